import { Disposable, languages, workspace } from 'vscode';
import type { Diagnostic, Uri } from 'vscode';
import { affects, settings } from '../../infrastructure/settings';
import { modeFor, visibleFindings } from './decide';

type Publish = (uri: Uri, diagnostics: Diagnostic[]) => void;

interface Entry {
  readonly uri: Uri;
  readonly ours: readonly Diagnostic[];
  readonly publish: Publish;
  shown: readonly Diagnostic[];
}

/**
 * Stands between the server's diagnostics and the editor: hides those that another extension reports already, and
 * shows them again once it no longer does.
 */
export class DuplicateFilter {
  readonly #entries = new Map<string, Entry>();
  readonly #subscriptions: Disposable;

  constructor() {
    this.#subscriptions = Disposable.from(
      languages.onDidChangeDiagnostics(({ uris }) => {
        for (const uri of uris) {
          this.#refresh(this.#entries.get(uri.toString()));
        }
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (affects(event, 'syntax.show')) {
          this.#entries.forEach((entry) => { this.#refresh(entry); });
        }
      }),
    );
  }

  readonly handle = (uri: Uri, diagnostics: Diagnostic[], publish: Publish): void => {
    const entry: Entry = { uri, ours: diagnostics, publish, shown: choose(uri, diagnostics) };
    if (diagnostics.length === 0) {
      this.#entries.delete(uri.toString());
    } else {
      this.#entries.set(uri.toString(), entry);
    }
    publish(uri, [...entry.shown]);
  };

  /** The server is gone and its diagnostics with it. */
  forget(): void {
    this.#entries.clear();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #refresh(entry: Entry | undefined): void {
    if (entry === undefined) {
      return;
    }
    const chosen = choose(entry.uri, entry.ours);
    // What is published here is told as a change as well: publishing only what differs ends that circle.
    if (!isSame(chosen, entry.shown)) {
      entry.shown = chosen;
      entry.publish(entry.uri, [...chosen]);
    }
  }
}

function choose(uri: Uri, ours: readonly Diagnostic[]): Diagnostic[] {
  const address = uri.toString();
  const language = workspace.textDocuments.find((document) => document.uri.toString() === address)?.languageId;
  return visibleFindings(ours, languages.getDiagnostics(uri), modeFor(settings.syntaxShow(uri), language));
}

function isSame(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && a.every((diagnostic, index) => diagnostic === b[index]);
}
