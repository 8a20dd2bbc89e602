import { workspace } from 'vscode';
import type { Disposable } from 'vscode';
import { COMMANDS, registerCommand, RESTART_SERVER, SHOW_LOG, showError } from '../../infrastructure/commands';
import { PRODUCT_NAME } from '../../infrastructure/identity';
import type { Logs } from '../../infrastructure/logs';
import type { ServerHost } from '../../infrastructure/server/server-host';
import { affects } from '../../infrastructure/settings';

/** Restart on request and after a change of the settings that a running server cannot take up. */
export function activateServerControl(host: ServerHost, logs: Logs): Disposable[] {
  return [
    registerCommand(logs.extension, COMMANDS.restartServer, () => host.restart()),
    workspace.onDidChangeConfiguration((event) => {
      if (affects(event, 'server.path', 'server.extraEnv')) {
        void host.restart();
      }
    }),
    host.onDidGiveUp((message) => {
      void showError(`${PRODUCT_NAME}: ${message}`, [SHOW_LOG, RESTART_SERVER]);
    }),
  ];
}
