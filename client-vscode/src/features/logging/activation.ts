import type { Disposable } from 'vscode';
import { COMMANDS, registerCommand } from '../../infrastructure/commands';
import { logLevelName } from '../../infrastructure/logs';
import type { Logs } from '../../infrastructure/logs';
import type { ServerHost } from '../../infrastructure/server/server-host';
import { SET_LOG_LEVEL } from './protocol';
import type { SetLogLevelParams } from './protocol';

/** The part of the initialization options that a server starts to log with. */
export function logLevelOption(logs: Logs): { readonly logLevel: string } {
  return { logLevel: logLevelName(logs.server.logLevel) };
}

export function activateLogging(host: ServerHost, logs: Logs): Disposable[] {
  return [
    registerCommand(logs.extension, COMMANDS.showLog, () => { logs.extension.show(); }),
    logs.server.onDidChangeLogLevel((level) => {
      void host.notify(SET_LOG_LEVEL, { level: logLevelName(level) } satisfies SetLogLevelParams);
    }),
  ];
}
