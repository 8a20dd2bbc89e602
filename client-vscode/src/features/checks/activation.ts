import * as path from 'node:path';
import { commands, ProgressLocation, window } from 'vscode';
import type { CancellationToken, Disposable, Progress } from 'vscode';
import { COMMANDS, registerCommand } from '../../infrastructure/commands';
import { OperationError } from '../../infrastructure/errors';
import { isChecked } from '../../infrastructure/languages';
import type { Logs } from '../../infrastructure/logs';
import type { ProgressValue, ServerHost } from '../../infrastructure/server/server-host';
import type { CheckFileResult } from './protocol';
import { CHECK_FILE, CHECK_WORKSPACE, isCheckFileResult, isCheckWorkspaceResult } from './protocol';
import { describeFile, describeWorkspace, hasFindings } from './wording';

export function activateChecks(host: ServerHost, logs: Logs): Disposable[] {
  return [
    registerCommand(logs.extension, COMMANDS.checkFile, () => checkFile(host)),
    registerCommand(logs.extension, COMMANDS.checkWorkspace, () => checkWorkspace(host)),
  ];
}

async function checkFile(host: ServerHost): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined || !isChecked(document)) {
    throw new OperationError('Open a file first: what is shown here is no text of yours to mend.');
  }
  const result = await host.execute(CHECK_FILE, isCheckFileResult, { arguments: [document.uri.toString()] });
  await showResult(describeFile(path.posix.basename(document.uri.path), result), result);
}

async function checkWorkspace(host: ServerHost): Promise<void> {
  const options = { location: ProgressLocation.Notification, cancellable: true, title: 'Checking the workspace' };
  const result = await window.withProgress(options, (progress, token) => runCheck(host, progress, token));
  await showResult(describeWorkspace(result), result);
}

function runCheck(host: ServerHost, progress: Progress<{ message?: string; increment?: number }>, token: CancellationToken) {
  let reached = 0;
  const onProgress = (value: ProgressValue) => {
    if (value.kind === 'end') {
      return;
    }
    // The server tells how far it is, the editor wants to know how much further.
    const increment = Math.max(0, (value.percentage ?? reached) - reached);
    reached += increment;
    progress.report({ increment, ...(value.message !== undefined && { message: value.message }) });
  };
  return host.execute(CHECK_WORKSPACE, isCheckWorkspaceResult, { token, onProgress });
}

async function showResult(text: string, result: CheckFileResult): Promise<void> {
  const showProblems = 'Show Problems';
  const buttons = hasFindings(result) ? [showProblems] : [];
  if ((await window.showInformationMessage(text, ...buttons)) === showProblems) {
    await commands.executeCommand('workbench.actions.view.problems');
  }
}
