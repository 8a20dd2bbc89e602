import { spawn } from 'node:child_process';
import { childEnvironment } from './environment.mjs';
import { repository } from './paths.mjs';

const running = new Set();

/** How long the rest of the output may take once a program has ended; a grandchild may hold the pipe for ever. */
const DRAIN_MILLISECONDS = 500;

/** The processes that we started and that still run. */
export function runningProcesses() {
  return [...running].map((child) => child.pid).filter((pid) => pid !== undefined);
}

/** Ends what we started when we are told to end; a terminal tells our children itself. */
export function endChildrenWithUs() {
  for (const [signal, code] of [['SIGTERM', 143], ['SIGHUP', 129], ['SIGINT', 130]]) {
    process.on(signal, () => {
      running.forEach((child) => child.kill(signal));
      process.exit(code);
    });
  }
}

/** Runs a program to its end with our own input and output, and gives its exit code; 127 when there is no such program. */
export function runVisibly([program, ...args], { cwd = repository, env = {} } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd, env: childEnvironment(env), stdio: 'inherit' });
    running.add(child);
    child.on('error', (error) => {
      running.delete(child);
      process.stderr.write(`${program} did not start: ${error.message}\n`);
      done(127);
    });
    child.on('exit', (code, signal) => {
      running.delete(child);
      done(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

/** Runs a program to its end and gives its exit code and all that it said. */
export function runQuietly([program, ...args], { cwd = repository, env = {} } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd, env: childEnvironment(env), stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    const pieces = [];
    const end = (code) => {
      running.delete(child);
      done({ code, output: Buffer.concat(pieces).toString() });
    };
    child.stdout.on('data', (piece) => pieces.push(piece));
    child.stderr.on('data', (piece) => pieces.push(piece));
    child.on('error', (error) => {
      pieces.push(Buffer.from(`${program} did not start: ${error.message}\n`));
      end(127);
    });
    child.on('exit', (code) => setTimeout(end, DRAIN_MILLISECONDS, code ?? 1));
    child.on('close', (code) => end(code ?? 1));
  });
}
