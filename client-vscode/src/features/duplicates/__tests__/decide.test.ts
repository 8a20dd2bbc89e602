import { describe, expect, it } from 'vitest';
import { modeFor, visibleFindings } from '../decide';
import type { Finding } from '../decide';

const ERROR = 0;
const WARNING = 1;

function at(start: [number, number], end: [number, number], source: string | undefined, severity = ERROR): Finding {
  const [line, character] = start;
  return { range: { start: { line, character }, end: { line: end[0], character: end[1] } }, severity, source };
}

const ours = at([3, 4], [3, 5], 'ultimate-copilot');

describe('visibleFindings', () => {
  it.each<[string, Finding, boolean]>([
    ['an error at the same place', at([3, 4], [3, 5], 'json'), false],
    ['an error elsewhere on the line', at([3, 20], [3, 22], 'ts'), false],
    ['an error without a source', at([3, 4], [3, 5], undefined), false],
    ['an error that spans the place', at([1, 0], [9, 0], 'ts'), false],
    ['an error on the line above', at([2, 4], [2, 5], 'json'), true],
    ['an error that ends where ours starts', at([2, 4], [3, 4], 'json'), true],
    ['a warning at the same place', at([3, 4], [3, 5], 'json', WARNING), true],
    ['a finding of our own', at([3, 4], [3, 5], 'ultimate-copilot'), true],
  ])('beside %s', (_name, other, isShown) => {
    expect(visibleFindings([ours], [ours, other], 'auto')).toEqual(isShown ? [ours] : []);
  });

  it('keeps those that nobody else reports, in their order', () => {
    const first = at([1, 0], [1, 1], 'ultimate-copilot');
    const last = at([7, 0], [7, 1], 'ultimate-copilot');
    expect(visibleFindings([first, ours, last], [at([3, 0], [3, 1], 'json')], 'auto')).toEqual([first, last]);
  });

  it('finds one that spans several lines again in an error inside', () => {
    const long = at([1, 0], [5, 1], 'ultimate-copilot');
    expect(visibleFindings([long], [at([4, 2], [4, 3], 'ts')], 'auto')).toEqual([]);
  });

  it('shows all or none when told so', () => {
    const other = at([3, 4], [3, 5], 'json');
    expect(visibleFindings([ours], [other], 'always')).toEqual([ours]);
    expect(visibleFindings([ours], [], 'off')).toEqual([]);
  });
});

describe('modeFor', () => {
  it.each([
    [{ '*': 'auto' }, 'python', 'auto'],
    [{ '*': 'off', python: 'always' }, 'python', 'always'],
    [{ '*': 'off', python: 'always' }, 'json', 'off'],
    [{ python: 'always' }, undefined, 'auto'],
    [{}, 'json', 'auto'],
    [{ json: 'sometimes' }, 'json', 'auto'],
  ])('in %j for %s is %s', (show, language, mode) => {
    expect(modeFor(show, language)).toBe(mode);
  });
});
