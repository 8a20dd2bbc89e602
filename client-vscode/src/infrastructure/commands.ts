import { commands, window } from 'vscode';
import type { Disposable, LogOutputChannel } from 'vscode';
import { classifyFailure } from './errors';
import type { Remedy } from './errors';
import { PREFIX, PRODUCT_NAME } from './identity';

export const COMMANDS = {
  checkFile: `${PREFIX}.checkFile`,
  checkWorkspace: `${PREFIX}.checkWorkspace`,
  doctor: `${PREFIX}.doctor`,
  restartServer: `${PREFIX}.restartServer`,
  showLog: `${PREFIX}.showLog`,
} as const;

export type CommandId = (typeof COMMANDS)[keyof typeof COMMANDS];

export const SHOW_LOG: Remedy = { title: 'Show Log', command: COMMANDS.showLog };
export const RESTART_SERVER: Remedy = { title: 'Restart', command: COMMANDS.restartServer };

/** The one way a command is registered: whatever it throws is reported here and nowhere else. */
export function registerCommand(log: LogOutputChannel, id: CommandId, run: () => unknown): Disposable {
  return commands.registerCommand(id, async () => {
    try {
      await run();
    } catch (error) {
      await reportFailure(log, id, error);
    }
  });
}

/** Shows an error with its buttons and runs the command behind the one that is pressed. */
export async function showError(message: string, remedies: readonly Remedy[]): Promise<void> {
  const chosen = await window.showErrorMessage(message, ...remedies.map(({ title }) => title));
  const remedy = remedies.find(({ title }) => title === chosen);
  if (remedy !== undefined) {
    await commands.executeCommand(remedy.command);
  }
}

async function reportFailure(log: LogOutputChannel, id: CommandId, error: unknown): Promise<void> {
  const failure = classifyFailure(error);
  switch (failure.kind) {
    case 'cancelled':
      return;
    case 'operation':
      log.warn(`${id}: ${failure.message}`);
      await showError(failure.message, failure.remedies);
      return;
    case 'unexpected':
      log.error(`${id}: ${failure.detail}`);
      await showError(`${PRODUCT_NAME}: ${failure.message}`, [SHOW_LOG]);
      return;
  }
}
