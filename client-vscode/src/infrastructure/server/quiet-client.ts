import type { DynamicFeature, StaticFeature } from 'vscode-languageclient/node';
import { ExecuteCommandRequest, LanguageClient } from 'vscode-languageclient/node';

/** The library's client, which logs its own troubles instead of showing them as messages that nobody asked for. */
export class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  override warn(message: string, data?: unknown): void {
    super.warn(message, data, false);
  }

  override info(message: string, data?: unknown): void {
    super.info(message, data, false);
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
