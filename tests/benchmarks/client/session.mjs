// One document in one server, edited and asked about as an editor does.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LspClient, initializeParams } from './lsp-client.mjs';
import { extensions } from './samples.mjs';

const INCREMENTAL = 2; // TextDocumentSyncKind
const LIMIT = 30_000;

export class Session {
  #client;
  #server;
  #sync;
  #folder;
  #documents = 0;

  static async start(server) {
    const session = new Session();
    session.#server = server;
    session.#folder = server.cwd ?? tmpdir();
    session.#client = new LspClient(server);
    const parameters = initializeParams(pathToFileURL(session.#folder).href, server.pulls);
    const { capabilities } = await session.#client.request('initialize', { ...parameters, initializationOptions: {} });
    session.#sync = capabilities.textDocumentSync?.change ?? capabilities.textDocumentSync;
    session.#client.notify('initialized', {});
    return session;
  }

  get process() {
    return this.#client.process.pid;
  }

  /** Opens a document and waits for the first word about it. */
  async open(language, text) {
    const uri = pathToFileURL(join(this.#folder, `sample${this.#documents++}${extensions[language]}`)).href;
    const document = { uri, version: 1, text };
    const started = performance.now();
    const answer = this.#pushed(document);
    this.#client.notify('textDocument/didOpen', { textDocument: { uri, languageId: language, version: 1, text } });
    const { at, diagnostics } = await (answer ?? this.#pull(document));
    return { document, milliseconds: at - started, diagnostics };
  }

  /** Replaces `length` units at `offset` and waits for the diagnostics of the new version. */
  async change(document, offset, length, replacement) {
    const sent = performance.now();
    const { answer } = this.send(document, offset, length, replacement);
    const { at, diagnostics } = await answer;
    return { milliseconds: at - sent, diagnostics };
  }

  /** Replaces and goes on at once; `answer` comes with the diagnostics of the new version. */
  send(document, offset, length, replacement) {
    const { uri, text } = document;
    const range = { start: positionAt(text, offset), end: positionAt(text, offset + length) };
    document.text = text.slice(0, offset) + replacement + text.slice(offset + length);
    document.version++;
    const pushed = this.#pushed(document);
    // A server that takes whole texts only gets whole texts.
    const change = this.#sync === INCREMENTAL ? { range, text: replacement } : { text: document.text };
    this.#client.notify('textDocument/didChange', { textDocument: { uri, version: document.version }, contentChanges: [change] });
    return { answer: pushed ?? this.#pull(document) };
  }

  close() {
    return this.#client.close();
  }

  #pushed({ uri, version }) {
    return this.#server.pulls ? undefined : this.#client.diagnostics((d) => d.uri === uri && (d.version == null || d.version === version), LIMIT);
  }

  async #pull({ uri }) {
    const report = await this.#client.request('textDocument/diagnostic', { textDocument: { uri } });
    return { at: performance.now(), diagnostics: report.items ?? [] };
  }
}

/** Line and column of an offset, as the protocol counts them. */
function positionAt(text, offset) {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return { line, character: offset - (offset === 0 ? 0 : start) };
}
