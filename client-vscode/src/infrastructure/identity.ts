export const PRODUCT_NAME = 'Ultimate Copilot';

/** Prefix of our settings and commands; also the client id under which the library looks for `trace.server`. */
export const PREFIX = 'ultimateCopilot';

/** What the server puts into `Diagnostic.source`. */
export const DIAGNOSTIC_SOURCE = 'ultimate-copilot';
