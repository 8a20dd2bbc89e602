import * as path from 'node:path';
import type { HandleDiagnosticsSignature } from 'vscode-languageclient/node';
import { CloseAction, ErrorAction, TransportKind } from 'vscode-languageclient/node';
import { DIAGNOSTIC_SOURCE, PREFIX, PRODUCT_NAME } from '../identity';
import { CHECKED_DOCUMENTS } from '../languages';
import type { Logs } from '../logs';
import { QuietClient } from './quiet-client';

/** What features have to say about the connection; asked anew for each start. */
export interface ClientContributions {
  readonly initializationOptions: () => Readonly<Record<string, unknown>>;
  readonly handleDiagnostics: DiagnosticsHandler;
}

export type DiagnosticsHandler = (
  uri: Parameters<HandleDiagnosticsSignature>[0],
  diagnostics: Parameters<HandleDiagnosticsSignature>[1],
  next: HandleDiagnosticsSignature,
) => void;

export interface ClientRequest {
  readonly program: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logs: Logs;
  readonly contributions: ClientContributions;
  /** The connection broke although nobody asked for it. */
  readonly onClosed: () => void;
}

// The library continues after up to this many errors of the transport in a row.
const MAX_TRANSPORT_ERRORS = 3;

export function createClient({ program, env, logs, contributions, onClosed }: ClientRequest): QuietClient {
  const server = {
    command: program,
    args: ['lsp'],
    transport: TransportKind.pipe,
    // Not the workspace: a folder that is some process's current one cannot be removed on Windows.
    options: { env, cwd: path.dirname(program) },
  };
  return new QuietClient(PREFIX, PRODUCT_NAME, server, {
    documentSelector: [...CHECKED_DOCUMENTS],
    diagnosticCollectionName: DIAGNOSTIC_SOURCE,
    initializationOptions: contributions.initializationOptions,
    initializationFailedHandler: () => false,
    outputChannel: logs.server,
    traceOutputChannel: logs.trace,
    middleware: { handleDiagnostics: contributions.handleDiagnostics },
    errorHandler: {
      error: (_error, _message, count) => ({
        action: (count ?? 0) <= MAX_TRANSPORT_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown,
        handled: true,
      }),
      // Starting again is the host's part: it makes a new client, as for a server that died before it was connected.
      closed: () => {
        onClosed();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
  });
}
