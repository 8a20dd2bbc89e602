import { spawnSync } from 'node:child_process';

/** Runs a program to its end; what it says goes to standard error, because standard output belongs to the tests. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { stdio: ['ignore', 2, 2], ...options });
  if (error !== undefined || status !== 0) {
    throw new Error(`${program} ${args.join(' ')} failed: ${error?.message ?? `exit code ${status}`}`);
  }
}

/** Runs a program to its end and gives what it wrote to standard output. */
export function read(program, args, options = {}) {
  const { status, stdout, error } = spawnSync(program, args, { stdio: ['ignore', 'pipe', 2], encoding: 'utf8', ...options });
  if (error !== undefined || status !== 0) {
    throw new Error(`${program} ${args.join(' ')} failed: ${error?.message ?? `exit code ${status}`}`);
  }
  return stdout.trim();
}
