/** The life of the server as the client sees it; what the server is busy with, it says itself. */
export type RunState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'running'; readonly version: string }
  /** Nobody wants it to run, or it crashed too often. */
  | { readonly kind: 'stopped'; readonly message: string }
  /** It cannot be started at all: not found, or not a program. */
  | { readonly kind: 'unavailable'; readonly message: string };
