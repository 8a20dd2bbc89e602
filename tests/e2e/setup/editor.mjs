import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findProgram } from './programs.mjs';
import { read, run } from './run.mjs';

/** Carries the server and the workbench of VS Code 1.100, of which only `lib/vscode` is used. */
const PACKAGE = 'code-server@4.100.3';
const INTEGRITY = 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==';

/** Raised when the steps below change, so that a cache made by the earlier ones is made anew. */
const RECIPE = 1;

const NPM_INSTALL = ['install', '--silent', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];

/** Built here because npm runs no scripts; without them the editor keeps no log files and opens no terminals. */
const NATIVE_MODULES = ['@vscode/spdlog', 'native-watchdog', 'node-pty'];

export function ensureEditor(cache) {
  const stampFile = join(cache, 'stamp');
  const stamp = `${PACKAGE} recipe ${RECIPE} node ${process.versions.modules} ${process.arch}`;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
    return;
  }
  process.stderr.write(`Installing ${PACKAGE} for the end-to-end tests\n`);
  const work = join(cache, 'new');
  const target = join(cache, 'vscode');
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  unpack(work);
  const editor = join(work, 'package', 'lib', 'vscode');
  installDependencies(editor);
  NATIVE_MODULES.forEach((name) => buildNativeModule(join(editor, 'node_modules', name)));
  linkRipgrep(editor);
  removeSourceMaps(join(editor, 'out'));
  renameSync(editor, target);
  rmSync(work, { recursive: true });
  // Last, so that an installation which was interrupted counts for nothing.
  writeFileSync(stampFile, stamp);
}

function unpack(work) {
  const name = read('npm', ['pack', '--silent', '--ignore-scripts', PACKAGE], { cwd: work });
  const archive = join(work, name);
  const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (integrity !== INTEGRITY) {
    throw new Error(`${PACKAGE} has another content than the one the tests were written for`);
  }
  run('tar', ['-xzf', archive, '-C', work, 'package/lib/vscode']);
}

function installDependencies(editor) {
  // Its shrinkwrap file pins all of its dependencies but this one.
  const manifestFile = join(editor, 'package.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  manifest.dependencies.tslib = '2.8.1';
  writeFileSync(manifestFile, JSON.stringify(manifest, null, 2));
  run('npm', NPM_INSTALL, { cwd: editor });
  symlinkSync('node_modules', join(editor, 'node_modules.asar'));
  run('npm', NPM_INSTALL, { cwd: join(editor, 'extensions') });
}

function buildNativeModule(folder) {
  try {
    compile(folder);
  } catch (error) {
    process.stderr.write(`The end-to-end tests go on without a native module: ${error.message}\n`);
  }
}

function compile(folder) {
  const npmRoot = join(read('npm', ['root', '-g']), 'npm');
  const headers = dirname(dirname(process.execPath));
  const options = existsSync(join(headers, 'include', 'node', 'node.h')) ? [`--nodedir=${headers}`] : [];
  run(process.execPath, [join(npmRoot, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js'), 'rebuild', '--silent', ...options], {
    cwd: folder,
  });
}

function linkRipgrep(editor) {
  // The editor's search runs the program from its own tree.
  const folder = join(editor, 'node_modules', '@vscode', 'ripgrep', 'bin');
  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, 'rg'), { force: true });
  symlinkSync(findProgram('ripgrep'), join(folder, 'rg'));
}

/** Half of the size, and read by debuggers only. */
function removeSourceMaps(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (name.endsWith('.map')) {
      rmSync(join(folder, name));
    }
  }
}
