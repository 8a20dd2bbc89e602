import { DIAGNOSTIC_SOURCE } from '../../infrastructure/identity';

interface Position {
  readonly line: number;
  readonly character: number;
}

/** What of a diagnostic decides whether it says the same as another; `severity` 0 is an error, as in the editor. */
export interface Finding {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly severity: number;
  readonly source?: string | undefined;
}

export type ShowMode = 'auto' | 'always' | 'off';

const ERROR = 0;

/** The mode for a language, by a setting that maps language ids, and `*` for the rest, to modes. */
export function modeFor(show: Readonly<Partial<Record<string, string>>>, language: string | undefined): ShowMode {
  const mode = (language === undefined ? undefined : show[language]) ?? show['*'];
  return mode === 'always' || mode === 'off' ? mode : 'auto';
}

/** Those of our findings that are shown beside what all extensions report for the same document, ours included. */
export function visibleFindings<T extends Finding>(ours: readonly T[], all: readonly Finding[], mode: ShowMode): T[] {
  switch (mode) {
    case 'always':
      return [...ours];
    case 'off':
      return [];
    case 'auto': {
      const foreign = all.filter(({ source, severity }) => source !== DIAGNOSTIC_SOURCE && severity === ERROR);
      return ours.filter((finding) => !foreign.some((other) => saysTheSame(finding, other)));
    }
  }
}

// Parsers place one mistake differently: at the token before, at the one after, or at the end of the line.
function saysTheSame(finding: Finding, other: Finding): boolean {
  return finding.range.start.line === other.range.start.line || overlaps(finding, other);
}

function overlaps({ range: a }: Finding, { range: b }: Finding): boolean {
  return isBefore(a.start, b.end) && isBefore(b.start, a.end);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
