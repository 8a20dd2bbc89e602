import { Disposable, LogLevel, window, workspace } from 'vscode';
import type { LogOutputChannel } from 'vscode';
import { PRODUCT_NAME } from './identity';
import { LazyTraceChannel } from './lazy-trace-channel';
import { affects, settings } from './settings';

export interface Logs {
  /** What the extension itself does. */
  readonly extension: LogOutputChannel;
  /** What the server says by window/logMessage, and what it writes to its standard streams. */
  readonly server: LogOutputChannel;
  /** The messages of the protocol, while the user wants to see them. */
  readonly trace: LogOutputChannel;
  readonly disposable: Disposable;
}

export function createLogs(): Logs {
  const isTraced = () => settings.traceServer() !== 'off';
  const extension = window.createOutputChannel(PRODUCT_NAME, { log: true });
  const server = window.createOutputChannel(`${PRODUCT_NAME} Server`, { log: true });
  const trace = new LazyTraceChannel(`${PRODUCT_NAME} Trace`, isTraced());
  const watch = workspace.onDidChangeConfiguration((event) => {
    if (affects(event, 'trace.server')) {
      trace.setEnabled(isTraced());
    }
  });
  return { extension, server, trace, disposable: Disposable.from(watch, trace, server, extension) };
}

const LEVEL_NAMES = {
  [LogLevel.Off]: 'off',
  [LogLevel.Error]: 'error',
  [LogLevel.Warning]: 'warning',
  [LogLevel.Info]: 'info',
  [LogLevel.Debug]: 'debug',
  [LogLevel.Trace]: 'trace',
} as const;

export type LogLevelName = (typeof LEVEL_NAMES)[LogLevel];

/** A log level as the server spells it. */
export function logLevelName(level: LogLevel): LogLevelName {
  return LEVEL_NAMES[level];
}
