/**
 * Stands in for the editor's module in unit tests: of its surface only what the tested code touches, driven by the
 * tests through `editor`.
 */
type Listener<T> = (event: T) => unknown;

export class Disposable {
  static from(...all: { dispose(): unknown }[]): Disposable {
    return new Disposable(() => { all.forEach((one) => one.dispose()); });
  }

  readonly dispose: () => unknown;

  constructor(dispose: () => unknown) {
    this.dispose = dispose;
  }
}

export class EventEmitter<T> {
  readonly #listeners = new Set<Listener<T>>();

  readonly event = (listener: Listener<T>): Disposable => {
    this.#listeners.add(listener);
    return new Disposable(() => this.#listeners.delete(listener));
  };

  fire(event: T): void {
    [...this.#listeners].forEach((listener) => listener(event));
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

export enum LogLevel { Off, Trace, Debug, Info, Warning, Error }

interface Address {
  toString(): string;
}

class Editor {
  readonly diagnosticsChanged = new EventEmitter<{ uris: readonly Address[] }>();
  readonly configurationChanged = new EventEmitter<{ affectsConfiguration: (key: string) => boolean }>();
  documents: { uri: Address; languageId: string }[] = [];
  settings: Record<string, unknown> = {};
  outputs = new Map<string, string[]>();
  readonly #diagnostics = new Map<string, Map<string, readonly unknown[]>>();

  /** What one owner reports for a document, in place of what it reported before. */
  setDiagnostics(owner: string, uri: Address, diagnostics: readonly unknown[]): void {
    const key = uri.toString();
    this.#diagnostics.set(key, (this.#diagnostics.get(key) ?? new Map<string, readonly unknown[]>()).set(owner, diagnostics));
    this.diagnosticsChanged.fire({ uris: [uri] });
  }

  diagnosticsOf(uri: Address): unknown[] {
    return [...(this.#diagnostics.get(uri.toString())?.values() ?? [])].flat();
  }

  changeSetting(key: string, value: unknown): void {
    this.settings[key] = value;
    this.configurationChanged.fire({ affectsConfiguration: (asked) => asked === key });
  }

  reset(): void {
    this.documents = [];
    this.settings = {};
    this.outputs.clear();
    this.#diagnostics.clear();
  }
}

export const editor = new Editor();

export const languages = {
  onDidChangeDiagnostics: editor.diagnosticsChanged.event,
  getDiagnostics: (uri: Address) => editor.diagnosticsOf(uri),
};

export const workspace = {
  onDidChangeConfiguration: editor.configurationChanged.event,
  get textDocuments() {
    return editor.documents;
  },
  getConfiguration: (section: string) => ({
    get: (key: string, fallback: unknown) => editor.settings[`${section}.${key}`] ?? fallback,
  }),
};

export const window = {
  createOutputChannel: (name: string) => {
    const lines: string[] = [];
    editor.outputs.set(name, lines);
    return { appendLine: (line: string) => lines.push(line), dispose: () => editor.outputs.delete(name) };
  },
};
