import { readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { UNKNOWN, runOnce } from './process.mjs';

/** Messages of gcc that speak of the form of the text; what a name stands for is not of its form, and may come from a missing configuration. */
const SYNTAX = /expected|unterminated|missing terminating|stray|attributes should be specified before|invalid pure specifier|must follow a nested-name-specifier|at end of input|without a previous|not within|invalid suffix|version control conflict|extraneous|#(if|else|endif)/;
const INCLUDE_LIMIT = 60;

/**
 * Judges C and C++ by the compiler, in the place where the file comes from so that its includes are found. It can tell
 * only where the untouched file compiles; a file whose includes are missing is unknown.
 */
export function compilerJudge(command, args) {
  const includesOf = new Map();
  const compiles = new Map();
  return {
    name: command,
    async check(text, { origin, project, before }) {
      if (origin === undefined) {
        return UNKNOWN;
      }

      if (!includesOf.has(project)) {
        includesOf.set(project, findIncludes(project));
      }

      const folders = [...ancestors(dirname(origin), project), ...includesOf.get(project)];
      const options = [...args, '-fsyntax-only', '-w', '-fmax-errors=5', ...folders.map((folder) => `-I${folder}`), '-'];
      const run = (input) => runOnce(command, options, { input, cwd: dirname(origin), env: { LC_ALL: 'C' } });
      if (before !== undefined && !compiles.has(origin)) {
        compiles.set(origin, (await run(before)).code === 0);
      }

      if (compiles.get(origin) === false) {
        return UNKNOWN;
      }

      const { code, stderr } = await run(text);
      return code === 0 ? { ok: true } : judgeErrors(stderr);
    },
    close() {},
  };
}

function judgeErrors(stderr) {
  if (/fatal error: .*(No such file|file not found)/.test(stderr)) {
    return UNKNOWN;
  }

  const error = /^<stdin>:(?<line>\d+):\d+: (?:fatal )?error: (?<message>.*)$/m.exec(stderr);
  return error === null || !SYNTAX.test(error.groups.message)
    ? UNKNOWN
    : { ok: false, line: Number(error.groups.line), message: error.groups.message };
}

function ancestors(folder, project) {
  const up = relative(project, folder).split(sep).filter((part) => part !== '');
  return up.map((_, i) => join(project, ...up.slice(0, up.length - i))).concat(project);
}

/** The folders named `include` or `src` of a project, nearest to its root first. */
function findIncludes(project) {
  const found = [];
  let level = [project];
  for (let depth = 0; depth < 4 && found.length < INCLUDE_LIMIT; depth++) {
    level = level.flatMap((folder) => readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map((entry) => join(folder, entry.name)));
    found.push(...level.filter((folder) => /[\\/](include|src|lib)$/.test(folder)));
  }

  return found.slice(0, INCLUDE_LIMIT);
}
