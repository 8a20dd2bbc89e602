import type { ExtensionContext } from 'vscode';
import { activateChecks } from './features/checks';
import { activateDoctor } from './features/doctor';
import { DuplicateFilter } from './features/duplicates';
import { activateLogging, logLevelOption } from './features/logging';
import { activateRunStatus } from './features/run-status';
import { activateServerControl } from './features/server-control';
import { activateSyntaxStatus } from './features/syntax-status';
import { activateTrust, trustOption } from './features/trust';
import { createLogs } from './infrastructure/logs';
import { ServerHost } from './infrastructure/server/server-host';

let running: ServerHost | undefined;

export function activate(context: ExtensionContext): void {
  const logs = createLogs();
  const duplicates = new DuplicateFilter();
  const host = new ServerHost(context.extensionPath, logs, {
    initializationOptions: () => ({ diagnostics: 'push', ...trustOption(), ...logLevelOption(logs) }),
    handleDiagnostics: duplicates.handle,
  });
  running = host;
  context.subscriptions.push(
    logs.disposable,
    duplicates,
    host,
    host.onDidChangeState(({ kind }) => {
      if (kind !== 'running') {
        duplicates.forget();
      }
    }),
    ...activateServerControl(host, logs),
    ...activateRunStatus(host),
    ...activateSyntaxStatus(host),
    ...activateLogging(host, logs),
    ...activateTrust(host),
    ...activateChecks(host, logs),
    ...activateDoctor(host, logs),
  );
  // Not awaited: commands wait for the server by themselves, and the editor need not.
  void host.start();
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}
