import { existsSync, statSync } from 'node:fs';
import { CancellationError, Disposable, EventEmitter } from 'vscode';
import type { CancellationToken } from 'vscode';
import type { WorkDoneProgressBegin, WorkDoneProgressReport, WorkDoneProgressEnd } from 'vscode-languageclient/node';
import { ExecuteCommandRequest, WorkDoneProgress } from 'vscode-languageclient/node';
import { RESTART_SERVER, SHOW_LOG } from '../commands';
import { OperationError } from '../errors';
import type { Guard } from '../guards';
import type { Logs } from '../logs';
import { settings } from '../settings';
import { ensureEnded } from './child';
import { CrashPolicy } from './crash-policy';
import { createClient } from './create-client';
import type { ClientContributions } from './create-client';
import { locateServer, SERVER_PATH_VARIABLE } from './locate';
import { probeVersion } from './probe';
import type { QuietClient } from './quiet-client';
import type { RunState } from './run-state';

export type ProgressValue = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

export interface ExecuteOptions {
  readonly arguments?: readonly string[];
  readonly token?: CancellationToken;
  readonly onProgress?: (value: ProgressValue) => void;
}

interface NotificationHandler {
  readonly method: string;
  readonly receive: (params: unknown) => void;
}

const STOP_TIMEOUT_MS = 2000;

/** Owns the server: finds it, starts it, starts it again after a crash, ends it. Every start has a client of its own. */
export class ServerHost {
  readonly #extensionPath: string;
  readonly #logs: Logs;
  readonly #contributions: ClientContributions;
  readonly #policy = new CrashPolicy();
  readonly #handlers = new Set<NotificationHandler>();
  readonly #stateChanged = new EventEmitter<RunState>();
  readonly #gaveUp = new EventEmitter<string>();
  readonly onDidChangeState = this.#stateChanged.event;
  /** The server crashed so often that it is not started again. */
  readonly onDidGiveUp = this.#gaveUp.event;

  #state: RunState = { kind: 'stopped', message: 'The server has not been started.' };
  #client: QuietClient | undefined;
  #progressCount = 0;
  /** Starts and stops, one after the other. */
  #queue: Promise<void> = Promise.resolve();

  constructor(extensionPath: string, logs: Logs, contributions: ClientContributions) {
    this.#extensionPath = extensionPath;
    this.#logs = logs;
    this.#contributions = contributions;
  }

  get state(): RunState {
    return this.#state;
  }

  start(): Promise<void> {
    return this.#enqueue(() => this.#startNow());
  }

  restart(): Promise<void> {
    this.#policy.reset();
    return this.#afterStop(() => this.#startNow());
  }

  async stop(): Promise<void> {
    await this.#afterStop(() => {
      this.#setState({ kind: 'stopped', message: 'The server has been stopped.' });
    });
  }

  /** Listens to a notification of the server, over all its restarts. */
  onNotification<T>(method: string, isParams: Guard<T>, handle: (params: T) => void): Disposable {
    const handler: NotificationHandler = {
      method,
      receive: (params) => {
        if (isParams(params)) {
          handle(params);
        } else {
          this.#logs.extension.warn(`${method} came in an unknown shape: ${JSON.stringify(params)}`);
        }
      },
    };
    this.#handlers.add(handler);
    return new Disposable(() => this.#handlers.delete(handler));
  }

  /** Tells the server something; one that is not running is told by its initialization options. */
  async notify(method: string, params: Readonly<Record<string, unknown>>): Promise<void> {
    if (this.#client?.isRunning() !== true) {
      return;
    }
    try {
      await this.#client.sendNotification(method, params);
    } catch (error) {
      this.#logs.extension.warn(`${method} could not be sent: ${messageOf(error)}`);
    }
  }

  /** Runs a command of the server, after waiting for a start that is under way. */
  async execute<T>(command: string, isResult: Guard<T>, options: ExecuteOptions = {}): Promise<T> {
    const client = await this.#runningClient(options.token);
    const workDoneToken = `${command}/${++this.#progressCount}`;
    const { onProgress, token } = options;
    const listener = onProgress && client.onProgress(WorkDoneProgress.type, workDoneToken, onProgress);
    try {
      const result: unknown = await client.sendRequest(
        ExecuteCommandRequest.type,
        {
          command,
          arguments: [...(options.arguments ?? [])],
          ...(onProgress && { workDoneToken }),
        },
        token,
      );
      if (!isResult(result)) {
        throw new Error(`${command} gave a result of unknown shape: ${JSON.stringify(result)}`);
      }
      return result;
    } finally {
      listener?.dispose();
    }
  }

  dispose(): void {
    this.#handlers.clear();
    this.#stateChanged.dispose();
    this.#gaveUp.dispose();
  }

  async #runningClient(token: CancellationToken | undefined): Promise<QuietClient> {
    await Promise.race([this.#queue, ...(token === undefined ? [] : [rejectWhenCancelled(token)])]);
    if (this.#client?.isRunning() === true) {
      return this.#client;
    }
    const reason = 'message' in this.#state ? this.#state.message : 'The server is not running.';
    throw new OperationError(reason, [RESTART_SERVER, SHOW_LOG]);
  }

  #enqueue(operation: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(operation).catch((error: unknown) => { this.#fail(messageOf(error)); });
    return this.#queue;
  }

  #afterStop(operation: () => void | Promise<void>): Promise<void> {
    // At once, so that a start which waits for a stuck server ends; and in turn, for one that has just begun.
    const stopping = this.#stopNow();
    return this.#enqueue(async () => {
      await stopping;
      await this.#stopNow();
      await operation();
    });
  }

  async #startNow(): Promise<void> {
    if (this.#client !== undefined) {
      return;
    }
    this.#setState({ kind: 'starting' });
    const env = { ...process.env, ...settings.serverExtraEnv() };
    const located = locateServer(
      {
        environment: process.env[SERVER_PATH_VARIABLE],
        setting: settings.serverPath(),
        extensionPath: this.#extensionPath,
        platform: process.platform,
      },
      (file) => existsSync(file) && statSync(file).isFile(),
    );
    if (!located.found) {
      this.#fail(located.message);
      return;
    }
    let version: string;
    try {
      version = await probeVersion(located.path, env);
    } catch (error) {
      this.#fail(messageOf(error));
      return;
    }
    await this.#connect(located.path, env, version);
  }

  async #connect(program: string, env: NodeJS.ProcessEnv, version: string): Promise<void> {
    const client = createClient({
      program,
      env,
      logs: this.#logs,
      contributions: this.#contributions,
      onClosed: () => { this.#crashed(client, 'the connection was closed'); },
    });
    this.#client = client;
    for (const { method, receive } of this.#handlers) {
      client.onNotification(method, receive);
    }
    this.#logs.extension.info(`Starting ${program} ${version}`);
    try {
      await client.start();
    } catch (error) {
      this.#crashed(client, messageOf(error));
      return;
    }
    if (this.#client === client) {
      this.#setState({ kind: 'running', version });
    } else {
      // Let go before it had a process that could have been ended.
      await this.#end(client);
    }
  }

  #crashed(client: QuietClient, reason: string): void {
    // A crash may be told twice, by the connection and by the start; and a client that was let go is none of ours.
    if (this.#client !== client) {
      return;
    }
    this.#client = undefined;
    void ensureEnded(client.child);
    if (this.#policy.shouldRestart()) {
      this.#logs.extension.warn(`The server crashed (${reason}). It is started again.`);
      void this.start();
      return;
    }
    this.#logs.extension.error(`The server crashed (${reason}). It has crashed too often to be started again.`);
    const message = 'The server crashed five times within three minutes and is not started again.';
    this.#setState({ kind: 'stopped', message });
    this.#gaveUp.fire(message);
  }

  #fail(message: string): void {
    this.#logs.extension.error(message);
    this.#setState({ kind: 'unavailable', message });
  }

  async #stopNow(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client !== undefined) {
      await this.#end(client);
    }
  }

  async #end(client: QuietClient): Promise<void> {
    const child = client.child;
    if (client.isRunning()) {
      try {
        await client.stop(STOP_TIMEOUT_MS);
      } catch (error) {
        this.#logs.extension.warn(`The server did not stop when asked: ${messageOf(error)}`);
      }
    } else {
      // It is being started: without its process, the start that waits for it comes to an end.
      child?.kill();
    }
    await ensureEnded(child);
  }

  #setState(state: RunState): void {
    this.#state = state;
    this.#stateChanged.fire(state);
  }
}

function rejectWhenCancelled(token: CancellationToken): Promise<never> {
  return new Promise((_resolve, reject) => {
    token.onCancellationRequested(() => { reject(new CancellationError()); });
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
