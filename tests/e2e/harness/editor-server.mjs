import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { editorMain } from '../setup/paths.mjs';
import { descendantsOf, isAlive, kill } from './processes.mjs';
import { limits, until } from './until.mjs';

const GRACE_MS = 5000;

/** The editor's own language servers, whose end is not ours to see to. */
const BUILTIN = join(dirname(dirname(editorMain)), 'extensions') + sep;

/** The editor without its window: folders, settings, and the server that runs the extensions. */
export class EditorServer {
  static async start({ files, settings, extensions, env }) {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'uc-e2e-')));
    const server = new EditorServer(root);
    try {
      server.#writeFiles(files);
      server.#writeProfile(settings, extensions);
      await server.#spawn(env);
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  #process;
  #exited = false;
  output = '';

  constructor(root) {
    this.root = root;
    this.workspace = join(root, 'workspace');
  }

  get url() {
    return `http://127.0.0.1:${this.#port}/?folder=${encodeURIComponent(this.workspace)}`;
  }

  get #port() {
    return /agent listening on (\d+)/.exec(this.output)?.[1];
  }

  get hasExtensionHost() {
    return this.output.includes('Launched Extension Host Process');
  }

  /** Processes that the editor has started, and those they have. */
  processes(command = /./) {
    return descendantsOf(this.#process.pid).filter((each) => command.test(each.command));
  }

  /** Log files, by name, of the editor and of the extensions' output channels. */
  logs() {
    const folder = join(this.root, 'data', 'data', 'logs');
    const names = existsSync(folder) ? readdirSync(folder, { recursive: true }) : [];
    return new Map(names.filter((name) => name.endsWith('.log')).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  }

  /** The text of an output channel that writes a log. */
  logOf(channel) {
    const [, text] = [...this.logs()].find(([name]) => name.endsWith(`/${channel}.log`)) ?? [];
    return text ?? '';
  }

  /** Writes the settings of the machine, over those of the user; the window takes them up a moment later. */
  writeMachineSettings(settings) {
    const folder = join(this.root, 'data', 'data', 'Machine');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
  }

  /** Writes the settings of the workspace, over all others; the window takes them up a moment later. */
  writeWorkspaceSettings(settings) {
    this.#writeFiles({ '.vscode/settings.json': JSON.stringify(settings, null, 2) });
  }

  /** Ends the server; gives the processes that had to be killed because they did not end by themselves. */
  async stop(started = []) {
    const stubborn = await this.#end(started);
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    return stubborn;
  }

  async #end(started) {
    if (this.#process === undefined) {
      return [];
    }
    const all = [...started, ...this.processes()];
    kill(this.#process.pid, 'SIGTERM');
    const isOver = () => this.#exited && !all.some(isAlive);
    await until(isOver, () => 'the editor to end', GRACE_MS).catch(() => undefined);
    const stubborn = [...new Map(all.filter(isAlive).map((each) => [each.pid, each])).values()];
    stubborn.forEach(({ pid }) => kill(pid));
    // The group, because a process may have been started after the list was made.
    kill(-this.#process.pid);
    return stubborn.filter(({ command }) => !command.includes(BUILTIN));
  }

  #writeFiles(files) {
    mkdirSync(this.workspace, { recursive: true });
    for (const [name, text] of Object.entries(files)) {
      const file = join(this.workspace, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  #writeProfile(settings, extensions) {
    const user = join(this.root, 'data', 'data', 'User');
    mkdirSync(user, { recursive: true });
    writeFileSync(join(user, 'settings.json'), JSON.stringify(settings, null, 2));
    this.writeMachineSettings({});
    const installed = join(this.root, 'extensions');
    mkdirSync(installed);
    // The list of installed extensions may name folders elsewhere: ours is used where it was built.
    writeFileSync(join(installed, 'extensions.json'), JSON.stringify(extensions.map(describeExtension)));
  }

  async #spawn(env) {
    const environment = { ...process.env, EXTENSIONS_GALLERY: '{}', ...env };
    // Left by the test runner; the editor's processes are not its tests.
    delete environment.NODE_OPTIONS;
    delete environment.NODE_TEST_CONTEXT;
    const args = [
      editorMain,
      ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
      ...['--telemetry-level', 'off', '--enable-remote-auto-shutdown'],
      ...['--server-data-dir', join(this.root, 'data'), '--extensions-dir', join(this.root, 'extensions')],
    ];
    this.#process = spawn(process.execPath, args, { env: environment, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream.on('data', (chunk) => { this.output += chunk; });
    }
    this.#process.on('exit', () => { this.#exited = true; });
    await until(
      () => {
        if (this.#exited) {
          throw new Error(`The editor ended at its start:\n${this.output}`);
        }
        return this.#port;
      },
      () => `the editor to listen; it said:\n${this.output}`,
      limits.start,
    );
  }
}

function describeExtension(folder) {
  const { publisher, name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return {
    identifier: { id: `${publisher}.${name}` },
    version,
    location: { $mid: 1, path: realpathSync(folder), scheme: 'file' },
    metadata: {},
  };
}
