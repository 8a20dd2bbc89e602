import type { LogLevelName } from '../../infrastructure/logs';
import { isOneOf, isRecord } from '../../infrastructure/guards';

export const SET_LOG_LEVEL = 'ultimateCopilot/setLogLevel';

/** Client to server: the user wants the server's log finer or coarser. */
// A type, not an interface: only a type may be sent where a record of unknown values is taken.
export type SetLogLevelParams = Readonly<{ level: LogLevelName }>;

const isLevel = isOneOf<LogLevelName>(['off', 'error', 'warning', 'info', 'debug', 'trace']);

export function isSetLogLevelParams(value: unknown): value is SetLogLevelParams {
  return isRecord(value) && isLevel(value['level']);
}
