import type { DocumentStatusParams, LayerStatus } from './protocol';

/** The language status item as plain data. */
export interface SyntaxView {
  readonly text: string;
  readonly detail: string;
  readonly busy: boolean;
}

const STATE_WORDS: Readonly<Record<LayerStatus['state'], string>> = {
  done: 'done',
  running: 'running',
  off: 'off',
  unavailable: 'not available',
};

export function describeSyntax(status: DocumentStatusParams | undefined): SyntaxView {
  if (status === undefined) {
    return { text: 'Syntax: not checked yet', detail: '', busy: false };
  }
  const found = status.findings === 0 ? 'no mistakes' : `${status.findings} found`;
  return {
    text: `${status.languageName} syntax: ${found}`,
    detail: status.layers.map(describeLayer).join(', '),
    busy: status.layers.some(({ state }) => state === 'running'),
  };
}

function describeLayer({ layer, state, detail }: LayerStatus): string {
  return `${layer} ${STATE_WORDS[state]}${detail === undefined ? '' : ` (${detail})`}`;
}
