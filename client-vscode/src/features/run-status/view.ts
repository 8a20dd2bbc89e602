import { PRODUCT_NAME } from '../../infrastructure/identity';
import type { RunState } from '../../infrastructure/server/run-state';
import type { StatusParams } from './protocol';

/** The status bar item as plain data. */
export interface StatusView {
  readonly icon: string;
  /** What follows the product's name; empty while there is nothing to tell. */
  readonly state: string;
  readonly detail: string;
  readonly version?: string;
  readonly background?: 'warning' | 'error';
  readonly click: 'restart' | 'log';
}

export function describeStatus(run: RunState, status: StatusParams | undefined): StatusView {
  switch (run.kind) {
    case 'starting':
      return { icon: 'sync~spin', state: 'starting', detail: 'The server is being started.', click: 'log' };
    case 'stopped':
      return { icon: 'circle-slash', state: 'stopped', detail: run.message, background: 'warning', click: 'restart' };
    case 'unavailable':
      return { icon: 'error', state: 'no server', detail: run.message, background: 'error', click: 'restart' };
    case 'running':
      return { ...describeRunning(status), version: run.version, click: 'log' };
  }
}

function describeRunning(status: StatusParams | undefined): Omit<StatusView, 'click' | 'version'> {
  const detail = status?.message ?? '';
  switch (status?.state) {
    case 'busy':
      return { icon: 'sync~spin', state: '', detail };
    case 'limited':
      return { icon: 'shield', state: 'limited', detail };
    case 'error':
      return { icon: 'error', state: 'error', detail, background: 'error' };
    case 'idle':
    case undefined:
      return { icon: 'check', state: '', detail };
  }
}

export function statusText({ icon, state }: StatusView): string {
  return `$(${icon}) ${PRODUCT_NAME}${state && `: ${state}`}`;
}

/** The same for a screen reader, which is not told icons. */
export function statusLabel({ state, detail, click }: StatusView): string {
  const action = click === 'restart' ? 'Press to restart the server.' : '';
  return [`${PRODUCT_NAME}: ${state || 'ready'}.`, detail, action].filter(Boolean).join(' ');
}
