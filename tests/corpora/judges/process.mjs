import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';

/** Verdict of a judge that cannot tell. */
export const UNKNOWN = { ok: null };

const TIME_LIMIT_MS = 30_000;

/** Runs a program once and gives back its exit code and output; code is null where it could not run or ran too long. */
export function runOnce(command, args, { input = '', cwd, env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: env && { ...process.env, ...env }, timeout: TIME_LIMIT_MS, stdio: 'pipe' });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (data) => (output.stdout += data));
    child.stderr.on('data', (data) => (output.stderr += data));
    child.stdin.on('error', () => {}); // the program may stop reading at its first error
    child.on('error', () => resolve({ code: null, ...output }));
    child.on('close', (code) => resolve({ code, ...output }));
    child.stdin.end(input);
  });
}

/** A file in a folder of its own, for programs that read no standard input; `release` removes it. */
export function writeTemporary(name, text) {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  const path = join(folder, name);
  writeFileSync(path, text);
  return { path, release: () => rmSync(folder, { recursive: true }) };
}

/**
 * A judge that runs a program once per file: `args(path)` are its arguments, `pattern` finds the first error's line
 * and message as the groups `line` and `message`.
 */
export const programJudge = (command, args, pattern, env) => ({
  name: command,
  async check(text, { name }) {
    const file = writeTemporary(name, text);
    const { code, stdout, stderr } = await runOnce(command, args(file.path), { env });
    file.release();
    if (code === null) {
      return UNKNOWN;
    }

    const error = pattern.exec(`${stderr}\n${stdout}`);
    return code === 0 ? { ok: true } : { ok: false, line: error ? Number(error.groups.line) : undefined, message: error?.groups.message };
  },
  close() {},
});

/**
 * A judge that stays: a program that reads a path a line and answers each with a line of JSON,
 * `{"ok":true|false|null,"line":n,"message":"..."}`.
 */
export function residentJudge(command, args) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.on('error', () => {}); // a judge that died answers nothing more, which makes all the rest unknown
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let last = Promise.resolve();
  const ask = async (path) => {
    child.stdin.write(`${path}\n`);
    const { done, value } = await answers.next();
    return done ? UNKNOWN : JSON.parse(value);
  };
  return {
    name: basename(command),
    async check(text, { name }) {
      const file = writeTemporary(name, text);
      last = last.then(() => ask(file.path));
      const verdict = await last;
      file.release();
      return verdict;
    },
    close: () => child.stdin.end(),
  };
}
