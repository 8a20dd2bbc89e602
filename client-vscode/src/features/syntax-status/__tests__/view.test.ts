import { describe, expect, it } from 'vitest';
import type { DocumentStatusParams } from '../protocol';
import { describeSyntax } from '../view';

const status: DocumentStatusParams = {
  uri: 'file:///a.py',
  version: 1,
  language: 'python',
  languageName: 'Python',
  layers: [
    { layer: 'fast', state: 'done' },
    { layer: 'toolchain', state: 'off', detail: 'not trusted' },
  ],
  findings: 0,
};

describe('describeSyntax', () => {
  it('knows nothing before the server has told', () => {
    expect(describeSyntax(undefined)).toEqual({ text: 'Syntax: not checked yet', detail: '', busy: false });
  });

  it('names the language, the layers and the reason for one that is missing', () => {
    expect(describeSyntax(status)).toEqual({
      text: 'Python syntax: no mistakes',
      detail: 'fast done, toolchain off (not trusted)',
      busy: false,
    });
  });

  it('is busy while a layer runs', () => {
    const { busy, text } = describeSyntax({ ...status, findings: 2, layers: [{ layer: 'exact', state: 'running' }] });
    expect({ busy, text }).toEqual({ busy: true, text: 'Python syntax: 2 found' });
  });
});
