// The smallest language client that can be timed: no library between the clock and the pipe.
import { spawn } from 'node:child_process';

export class LspClient {
  #buffer = Buffer.alloc(0);
  #nextId = 1;
  #pending = new Map();
  #waiting = [];
  #listeners = [];

  /** @param {{ command: string, args: string[], cwd?: string }} server */
  constructor(server) {
    this.process = spawn(server.command, server.args, { cwd: server.cwd, stdio: ['pipe', 'pipe', 'ignore'] });
    this.ended = new Promise((resolve) => { this.process.once('close', resolve); });
    this.process.stdin.on('error', () => {}); // a server that is gone is noticed by its silence
    this.process.stdout.on('data', (chunk) => this.#take(chunk));
  }

  request(method, params) {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#send({ jsonrpc: '2.0', id, method, params });
    });
  }

  notify(method, params) {
    this.#send({ jsonrpc: '2.0', method, params });
  }

  /** The next diagnostics that satisfy `test`, with the time they arrived. */
  diagnostics(test, limit = 20_000) {
    return new Promise((resolve, reject) => {
      const waiter = { test, resolve: (found) => { clearTimeout(timer); resolve(found); } };
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((other) => other !== waiter);
        reject(new Error('no such diagnostics in time'));
      }, limit);
      this.#waiting.push(waiter);
    });
  }

  /** Calls `listener` for all diagnostics from now on. */
  onDiagnostics(listener) {
    this.#listeners.push(listener);
  }

  async close() {
    const asked = this.request('shutdown', null).catch(() => {});
    await Promise.race([asked, new Promise((resolve) => { setTimeout(resolve, 2000); })]);
    this.notify('exit');
    const timer = setTimeout(() => this.process.kill('SIGKILL'), 2000);
    await this.ended;
    clearTimeout(timer);
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify(message));
    this.process.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  #take(chunk) {
    const now = performance.now();
    this.#buffer = this.#buffer.length ? Buffer.concat([this.#buffer, chunk]) : chunk;
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: *(\d+)/i.exec(this.#buffer.toString('latin1', 0, head))[1]);
      const end = head + 4 + length;
      if (this.#buffer.length < end) return;
      const message = JSON.parse(this.#buffer.toString('utf8', head + 4, end));
      this.#buffer = this.#buffer.subarray(end);
      this.#handle(message, now);
    }
  }

  #handle(message, at) {
    if (message.id !== undefined && message.method) {
      this.#send({ jsonrpc: '2.0', id: message.id, result: message.method === 'workspace/configuration' ? message.params.items.map(() => null) : null });
    } else if (message.id !== undefined) {
      const { resolve, reject } = this.#pending.get(message.id) ?? {};
      this.#pending.delete(message.id);
      if (message.error) reject?.(new Error(message.error.message)); else resolve?.(message.result);
    } else if (message.method === 'textDocument/publishDiagnostics') {
      for (const listener of this.#listeners) listener(message.params);
      const still = [];
      for (const waiter of this.#waiting) {
        if (waiter.test(message.params)) waiter.resolve({ ...message.params, at }); else still.push(waiter);
      }
      this.#waiting = still;
    }
  }
}

export const initializeParams = (rootUri = null, pulls = false) => ({
  processId: process.pid,
  rootUri,
  workspaceFolders: rootUri ? [{ uri: rootUri, name: 'root' }] : null,
  capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true }, ...(pulls ? { diagnostic: {} } : {}) } },
});
