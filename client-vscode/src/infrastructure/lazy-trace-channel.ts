import { EventEmitter, LogLevel, window } from 'vscode';
import type { Event, LogOutputChannel, OutputChannel, ViewColumn } from 'vscode';

/**
 * Where the library writes the protocol trace. To the library it is a log whose level follows the trace setting;
 * the output channel behind it comes into being with the first line, so it is not listed while tracing is off.
 */
export class LazyTraceChannel implements LogOutputChannel {
  readonly #levelChanged = new EventEmitter<LogLevel>();
  #channel: OutputChannel | undefined;
  #enabled: boolean;

  constructor(
    readonly name: string,
    enabled: boolean,
  ) {
    this.#enabled = enabled;
  }

  get logLevel(): LogLevel {
    return this.#enabled ? LogLevel.Trace : LogLevel.Off;
  }

  get onDidChangeLogLevel(): Event<LogLevel> {
    return this.#levelChanged.event;
  }

  setEnabled(enabled: boolean): void {
    if (enabled !== this.#enabled) {
      this.#enabled = enabled;
      this.#levelChanged.fire(this.logLevel);
    }
  }

  append(value: string): void {
    this.#open().append(value);
  }

  appendLine(value: string): void {
    this.#open().appendLine(value);
  }

  replace(value: string): void {
    this.#open().replace(value);
  }

  trace(message: string): void {
    this.#log(message);
  }

  debug(message: string): void {
    this.#log(message);
  }

  info(message: string): void {
    this.#log(message);
  }

  warn(message: string): void {
    this.#log(message);
  }

  error(error: string | Error): void {
    this.#log(error instanceof Error ? error.message : error);
  }

  clear(): void {
    this.#channel?.clear();
  }

  show(columnOrPreserveFocus?: ViewColumn | boolean, preserveFocus?: boolean): void {
    this.#open().show(typeof columnOrPreserveFocus === 'boolean' ? columnOrPreserveFocus : preserveFocus);
  }

  hide(): void {
    this.#channel?.hide();
  }

  dispose(): void {
    this.#channel?.dispose();
    this.#levelChanged.dispose();
  }

  #open(): OutputChannel {
    this.#channel ??= window.createOutputChannel(this.name);
    return this.#channel;
  }

  #log(message: string): void {
    if (this.#enabled) {
      this.appendLine(`${new Date().toISOString()} ${message}`);
    }
  }
}
