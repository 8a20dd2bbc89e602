import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilerJudge } from './compiler.mjs';
import { packageJudge } from './packages.mjs';
import { programJudge, residentJudge } from './process.mjs';
import { structuralJudge } from './structural.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const PROGRAMS = {
  python: () => residentJudge('python3', [here('standard.py'), 'python']),
  toml: () => residentJudge('python3', [here('standard.py'), 'toml']),
  xml: () => residentJudge('python3', [here('standard.py'), 'xml']),
  java: () => residentJudge('java', [here('JavaJudge.java')]),
  go: () => programJudge('gofmt', (path) => ['-e', '-l', path], /:(?<line>\d+):\d+: (?<message>.*)/),
  rust: () => programJudge('rustc', (path) => ['-Zparse-crate-root-only', '--edition=2021', '--error-format=short', path], /:(?<line>\d+):\d+: error\S*: (?<message>.*)/, { RUSTC_BOOTSTRAP: '1' }),
  ruby: () => programJudge('ruby', (path) => ['-W0', '-c', path], /:(?<line>\d+): (?<message>.*)/),
  php: () => programJudge('php', (path) => ['-n', '-l', path], /(?<message>Parse error.*|Fatal error.*) on line (?<line>\d+)/),
  bash: () => programJudge('bash', (path) => ['-O', 'extglob', '-n', path], /line (?<line>\d+): (?<message>.*)/),
  lua: () => programJudge('luac5.4', (path) => ['-p', path], /:(?<line>\d+): (?<message>.*)/),
  c: () => compilerJudge('gcc', ['-x', 'c', '-std=gnu17', '-D_GNU_SOURCE']),
  cpp: () => compilerJudge('g++', ['-x', 'c++', '-std=c++20']),
};

/**
 * The judges of a language, best first: a program `judge-<language>` of the tools folder, the language's own
 * toolchain, a package of the tools folder; last the structural one for languages with brackets.
 */
export async function createJudge(language, tools) {
  const own = join(tools, `judge-${language}`);
  const first = existsSync(own) ? residentJudge(own, []) : PROGRAMS[language]?.() ?? await packageJudge(language, tools);
  const judges = [first, ...(BRACKETED.includes(language) ? [structuralJudge(language)] : [])].filter((one) => one !== undefined);
  return {
    async check(text, context) {
      for (const judge of judges) {
        const verdict = await judge.check(text, context);
        if (verdict.ok !== null) {
          return { ...verdict, judge: judge.name };
        }
      }

      return { ok: null };
    },
    close: () => judges.forEach((judge) => judge.close()),
  };
}

/** Languages that may have no toolchain here and whose brackets always pair. */
const BRACKETED = ['csharp', 'kotlin', 'swift', 'c', 'cpp'];
