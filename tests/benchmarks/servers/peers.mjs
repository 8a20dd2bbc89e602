// The servers that ours is measured beside, from `peers/`. One that is not to be had on this platform is left out.
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const exe = process.platform === 'win32' ? '.exe' : '';
const installed = join(here, '..', 'peers', 'node_modules');

export const floor = { name: 'empty server (Node.js)', command: process.execPath, args: [join(here, 'floor.mjs')] };

const AST_GREP = {
  csharp: 'csharp', javascript: 'javascript', javascriptreact: 'javascript', typescript: 'typescript', typescriptreact: 'tsx', python: 'python', json: 'json', yaml: 'yaml',
  css: 'css', html: 'html', java: 'java', kotlin: 'kotlin', go: 'go', rust: 'rust', c: 'c', cpp: 'cpp', ruby: 'ruby', php: 'php', shellscript: 'bash', lua: 'lua', swift: 'swift',
};
const ECMASCRIPT = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'];

/** Every peer that checks the language. */
export function peersOf(language) {
  return [astGrep(language), oxlint(language), biome(language), vscode('json', ['json', 'jsonc'], language), vscode('css', ['css', 'scss'], language)].filter(Boolean);
}

/** One rule: every ERROR node of the grammar is a finding. */
export function astGrep(language) {
  const binary = program('@ast-grep', { 'linux-x64': 'cli-linux-x64-gnu', 'linux-arm64': 'cli-linux-arm64-gnu', 'win32-x64': 'cli-win32-x64-msvc' }, 'cli-', 'ast-grep');
  if (!binary || !AST_GREP[language]) return undefined;
  const cwd = mkdtempSync(join(tmpdir(), 'ast-grep-'));
  mkdirSync(join(cwd, 'rules'));
  writeFileSync(join(cwd, 'sgconfig.yml'), 'ruleDirs: [rules]\n');
  writeFileSync(join(cwd, 'rules', 'error.yml'), `id: error\nlanguage: ${AST_GREP[language]}\nseverity: error\nmessage: syntax error\nrule: { kind: ERROR }\n`);
  return { name: 'ast-grep', command: binary, args: ['lsp'], cwd };
}

function oxlint(language) {
  const file = resolve('oxlint/bin/oxlint');
  return file && ECMASCRIPT.includes(language) ? { name: 'oxlint', command: process.execPath, args: [file, '--lsp'], pulls: true } : undefined;
}

function biome(language) {
  const binary = program('@biomejs', { 'linux-x64': 'cli-linux-x64' }, 'cli-', 'biome');
  if (!binary || ![...ECMASCRIPT, 'json', 'jsonc', 'css'].includes(language)) return undefined;
  const cwd = mkdtempSync(join(tmpdir(), 'biome-'));
  return { name: 'biome', command: binary, args: ['lsp-proxy'], cwd };
}

function vscode(name, languages, language) {
  const file = resolve(`vscode-langservers-extracted/bin/vscode-${name}-language-server`);
  return file && languages.includes(language) ? { name: `vscode-${name}`, command: process.execPath, args: [file, '--stdio'], pulls: true } : undefined;
}

function program(scope, packages, prefix, name) {
  const platform = `${process.platform}-${process.arch}`;
  const folder = resolve(`${scope}/${packages[platform] ?? prefix + platform}/package.json`);
  const file = folder && join(dirname(folder), `${name}${exe}`);
  return file && existsSync(file) ? file : undefined;
}

function resolve(path) {
  const file = join(installed, path);
  return existsSync(file) ? file : undefined;
}
