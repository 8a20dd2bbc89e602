// The servers that are measured. A peer that is not installed is left out and said so.
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const repository = join(here, '..', '..', '..');
const exe = process.platform === 'win32' ? '.exe' : '';

export const ours = { name: 'ultimate-copilot', command: join(repository, 'server', 'bin', `ultimate-copilot${exe}`), args: ['lsp'] };
export const floor = { name: 'empty server (Node.js)', command: process.execPath, args: [join(here, 'floor.mjs')] };

/** ast-grep's server with one rule: every ERROR node of the grammar is a finding. */
export function astGrep(language) {
  const names = { csharp: 'csharp', javascript: 'javascript', typescript: 'typescript', typescriptreact: 'tsx', python: 'python', json: 'json', yaml: 'yaml' };
  const binary = findAstGrep();
  if (!binary || !names[language]) return null;
  const cwd = mkdtempSync(join(tmpdir(), 'ast-grep-'));
  mkdirSync(join(cwd, 'rules'));
  writeFileSync(join(cwd, 'sgconfig.yml'), 'ruleDirs: [rules]\n');
  writeFileSync(join(cwd, 'rules', 'error.yml'), `id: error\nlanguage: ${names[language]}\nseverity: error\nmessage: syntax error\nrule: { kind: ERROR }\n`);
  return { name: 'ast-grep', command: binary, args: ['lsp'], cwd };
}

function findAstGrep() {
  const require = createRequire(import.meta.url);
  const platform = { 'linux-x64': 'linux-x64-gnu', 'linux-arm64': 'linux-arm64-gnu', 'darwin-x64': 'darwin-x64', 'darwin-arm64': 'darwin-arm64', 'win32-x64': 'win32-x64-msvc' }[`${process.platform}-${process.arch}`];
  try {
    const file = join(dirname(require.resolve(`@ast-grep/cli-${platform}/package.json`)), `ast-grep${exe}`);
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
}
