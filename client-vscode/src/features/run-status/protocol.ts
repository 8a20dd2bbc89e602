import { isOneOf, isRecord, isString } from '../../infrastructure/guards';

export const STATUS = 'ultimateCopilot/status';

/** Server to client: what a running server is up to. */
export interface StatusParams {
  readonly state: 'idle' | 'busy' | 'limited' | 'error';
  readonly message: string;
}

const isState = isOneOf<StatusParams['state']>(['idle', 'busy', 'limited', 'error']);

export function isStatusParams(value: unknown): value is StatusParams {
  return isRecord(value) && isState(value['state']) && isString(value['message']);
}
