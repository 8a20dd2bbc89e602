import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

// The server ends by itself when it is told to exit; this is for one that is stuck.
const GRACE_MS = 1000;

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Waits a moment for a process to end, then ends it. */
export async function ensureEnded(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || hasEnded(child)) {
    return;
  }
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  try {
    await once(child, 'exit');
  } finally {
    clearTimeout(timer);
  }
}
