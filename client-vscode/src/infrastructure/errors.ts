import { isRecord } from './guards';

/** A way out that an error offers: a button that runs a command. */
export interface Remedy {
  readonly title: string;
  readonly command: string;
}

/** Something that can go wrong in normal use: told to the user in full, with buttons that help. */
export class OperationError extends Error {
  override readonly name = 'OperationError';

  constructor(
    message: string,
    readonly remedies: readonly Remedy[] = [],
  ) {
    super(message);
  }
}

export type Failure =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'operation'; readonly message: string; readonly remedies: readonly Remedy[] }
  | { readonly kind: 'unexpected'; readonly message: string; readonly detail: string };

// LSP: RequestCancelled and ServerCancelled.
const CANCELLED_CODES: readonly unknown[] = [-32800, -32802];

function isCancellation(error: unknown): boolean {
  // The editor's CancellationError is known by its name alone once it has crossed the extension host.
  return isRecord(error) && (error['name'] === 'Canceled' || CANCELLED_CODES.includes(error['code']));
}

/** Decides how an error that ended a command is reported. */
export function classifyFailure(error: unknown): Failure {
  if (isCancellation(error)) {
    return { kind: 'cancelled' };
  }
  if (error instanceof OperationError) {
    return { kind: 'operation', message: error.message, remedies: error.remedies };
  }
  if (error instanceof Error) {
    return { kind: 'unexpected', message: error.message, detail: error.stack ?? error.message };
  }
  return { kind: 'unexpected', message: String(error), detail: String(error) };
}
