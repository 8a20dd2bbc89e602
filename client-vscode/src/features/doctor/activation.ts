import { commands, EventEmitter, Uri, workspace } from 'vscode';
import type { Disposable } from 'vscode';
import { COMMANDS, registerCommand } from '../../infrastructure/commands';
import type { Logs } from '../../infrastructure/logs';
import type { ServerHost } from '../../infrastructure/server/server-host';
import { DOCTOR, isDoctorResult } from './protocol';

const SCHEME = 'ultimate-copilot';
const REPORT = Uri.from({ scheme: SCHEME, path: '/Doctor.md' });

/** Shows the server's report as a preview; the document behind it is read-only because a provider owns it. */
export function activateDoctor(host: ServerHost, logs: Logs): Disposable[] {
  const changed = new EventEmitter<Uri>();
  let markdown = '';
  return [
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: () => markdown,
    }),
    registerCommand(logs.extension, COMMANDS.doctor, async () => {
      ({ markdown } = await host.execute(DOCTOR, isDoctorResult));
      changed.fire(REPORT);
      await commands.executeCommand('markdown.showPreview', REPORT);
    }),
  ];
}
