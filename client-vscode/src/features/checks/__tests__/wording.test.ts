import { describe, expect, it } from 'vitest';
import { describeFile, describeWorkspace } from '../wording';

describe('the words for a result', () => {
  it.each([
    [{ errors: 0, warnings: 0 }, 'a.py: no syntax mistakes.'],
    [{ errors: 1, warnings: 0 }, 'a.py: 1 error, 0 warnings.'],
    [{ errors: 2, warnings: 1 }, 'a.py: 2 errors, 1 warning.'],
  ])('of a file %j', (result, text) => {
    expect(describeFile('a.py', result)).toBe(text);
  });

  it('of a workspace', () => {
    expect(describeWorkspace({ files: 1, errors: 0, warnings: 0, milliseconds: 1260 })).toBe(
      'Checked 1 file in 1.3 s: no syntax mistakes.',
    );
  });
});
