import { languages, Uri, window, workspace } from 'vscode';
import type { Disposable } from 'vscode';
import { COMMANDS } from '../../infrastructure/commands';
import { PREFIX, PRODUCT_NAME } from '../../infrastructure/identity';
import { CHECKED_DOCUMENTS } from '../../infrastructure/languages';
import type { ServerHost } from '../../infrastructure/server/server-host';
import { DOCUMENT_STATUS, isDocumentStatusParams } from './protocol';
import type { DocumentStatusParams } from './protocol';
import { describeSyntax } from './view';

/** The language status item of the active document. */
export function activateSyntaxStatus(host: ServerHost): Disposable[] {
  const known = new Map<string, DocumentStatusParams>();
  const item = languages.createLanguageStatusItem(`${PREFIX}.syntax`, CHECKED_DOCUMENTS);
  item.name = `${PRODUCT_NAME}: Syntax`;
  item.command = { title: 'Check', command: COMMANDS.checkFile };
  const draw = () => {
    const uri = window.activeTextEditor?.document.uri.toString();
    const view = describeSyntax(uri === undefined ? undefined : known.get(uri));
    item.text = view.text;
    item.detail = view.detail;
    item.busy = view.busy;
    item.accessibilityInformation = { label: [view.text, view.detail].filter(Boolean).join('. ') };
  };
  draw();
  return [
    item,
    host.onNotification(DOCUMENT_STATUS, isDocumentStatusParams, (status) => {
      // The server may spell an address in another way than the editor does.
      known.set(Uri.parse(status.uri).toString(), status);
      draw();
    }),
    host.onDidChangeState(({ kind }) => {
      if (kind !== 'running') {
        known.clear();
        draw();
      }
    }),
    window.onDidChangeActiveTextEditor(draw),
    workspace.onDidCloseTextDocument((document) => known.delete(document.uri.toString())),
  ];
}
