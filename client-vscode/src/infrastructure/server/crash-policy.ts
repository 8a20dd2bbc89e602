/** As the language client library has it by default: four restarts, the fifth crash within three minutes stops. */
const MAX_RESTARTS = 4;
const WINDOW_MS = 3 * 60 * 1000;

/**
 * Decides whether a crashed server is started again. The library's own handler counts only servers that had
 * answered; this one counts every crash, also that of a server which dies before it is connected.
 */
export class CrashPolicy {
  readonly #now: () => number;
  #crashes: number[] = [];

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Counts a crash; true when the server is to be started again. */
  shouldRestart(): boolean {
    const now = this.#now();
    this.#crashes = [...this.#crashes.filter((time) => now - time <= WINDOW_MS), now];
    return this.#crashes.length <= MAX_RESTARTS;
  }

  /** The user asked for a start: earlier crashes no longer count. */
  reset(): void {
    this.#crashes = [];
  }
}
