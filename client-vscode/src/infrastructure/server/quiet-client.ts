import type { ChildProcess } from 'node:child_process';
import type { DynamicFeature, MessageTransports, StaticFeature } from 'vscode-languageclient/node';
import { ExecuteCommandRequest, LanguageClient } from 'vscode-languageclient/node';

/** The library's client, which logs its own troubles instead of showing them as messages that nobody asked for. */
export class QuietClient extends LanguageClient {
  #connected: ChildProcess | undefined;

  /** The server's process. The library forgets it when the connection closes, although it may still be there. */
  get child(): ChildProcess | undefined {
    return this.serverProcess ?? this.#connected;
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  override warn(message: string, data?: unknown): void {
    super.warn(message, data, false);
  }

  override info(message: string, data?: unknown): void {
    super.info(message, data, false);
  }

  protected override async createMessageTransports(encoding: string): Promise<MessageTransports> {
    const transports = await super.createMessageTransports(encoding);
    this.#connected = this.serverProcess;
    return transports;
  }

  override registerFeature(feature: StaticFeature | DynamicFeature<unknown>): void {
    // The server's commands are called by the client's; registered in the editor as well, they would only get into
    // the way of a client that starts while the one before is being cleared away.
    if ('registrationType' in feature && feature.registrationType.method === ExecuteCommandRequest.method) {
      return;
    }
    super.registerFeature(feature);
  }
}
