import { MarkdownString, StatusBarAlignment, ThemeColor, window, workspace } from 'vscode';
import type { Disposable, StatusBarItem } from 'vscode';
import { COMMANDS } from '../../infrastructure/commands';
import { PREFIX, PRODUCT_NAME } from '../../infrastructure/identity';
import { isChecked } from '../../infrastructure/languages';
import type { ServerHost } from '../../infrastructure/server/server-host';
import { affects, settings } from '../../infrastructure/settings';
import { isStatusParams, STATUS } from './protocol';
import type { StatusParams } from './protocol';
import { describeStatus, statusLabel, statusText } from './view';
import type { StatusView } from './view';

/** The one status bar item. */
export function activateRunStatus(host: ServerHost): Disposable[] {
  const item = window.createStatusBarItem(`${PREFIX}.status`, StatusBarAlignment.Right, 100);
  item.name = PRODUCT_NAME;
  let status: StatusParams | undefined;
  const draw = () => {
    render(item, describeStatus(host.state, status));
    setVisible(item, isWanted());
  };
  draw();
  return [
    item,
    host.onDidChangeState((run) => {
      // What an earlier server was up to is no news of the next one.
      if (run.kind === 'starting') {
        status = undefined;
      }
      draw();
    }),
    host.onNotification(STATUS, isStatusParams, (params) => {
      status = params;
      draw();
    }),
    window.onDidChangeActiveTextEditor(draw),
    workspace.onDidChangeConfiguration((event) => {
      if (affects(event, 'statusBar.show')) {
        draw();
      }
    }),
  ];
}

function isWanted(): boolean {
  switch (settings.statusBarShow()) {
    case 'always':
      return true;
    case 'relevant':
      return isChecked(window.activeTextEditor?.document);
    case 'never':
      return false;
  }
}

function setVisible(item: StatusBarItem, visible: boolean): void {
  if (visible) {
    item.show();
  } else {
    item.hide();
  }
}

function render(item: StatusBarItem, view: StatusView): void {
  item.text = statusText(view);
  item.accessibilityInformation = { label: statusLabel(view), role: 'button' };
  item.backgroundColor = view.background && new ThemeColor(`statusBarItem.${view.background}Background`);
  item.command = view.click === 'restart' ? COMMANDS.restartServer : COMMANDS.showLog;
  item.tooltip = tooltip(view);
}

function tooltip({ detail, version }: StatusView): MarkdownString {
  const text = new MarkdownString('', true);
  // Only these: a text that came from elsewhere must not bring commands of its own.
  text.isTrusted = { enabledCommands: Object.values(COMMANDS) };
  text.appendMarkdown(`**${PRODUCT_NAME}** ${version ?? ''}\n\n`);
  if (detail) {
    text.appendText(detail).appendMarkdown('\n\n');
  }
  return text.appendMarkdown(
    `[Show Log](command:${COMMANDS.showLog}) · [Doctor](command:${COMMANDS.doctor}) · ` +
      `[Restart Server](command:${COMMANDS.restartServer})`,
  );
}
