// `check` over a folder beside what the bare parsers take for the same files, and how soon the first finding is shown.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sample } from '../client/samples.mjs';
import { program } from '../servers/ours.mjs';
import { median, milliseconds, table } from './statistics.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const repository = join(here, '..', '..', '..');

/** Folders as given, else the packages that this repository's own development installs. */
export async function throughput(folders) {
  if (process.platform !== 'linux') return 'Measured on Linux only: the bare parsers are driven by a small C program.';
  const bare = compile();
  const grammars = new Map(JSON.parse(readFileSync(join(repository, 'grammars', 'languages.json'), 'utf8')).languages.map(({ id, grammar }) => [id, grammar?.symbol]));
  const rows = [];
  for (const folder of folders.length ? folders : [join(repository, 'node_modules')]) {
    const layers = folders.length ? ['fast', 'toolchain'] : ['fast'];
    for (const layer of layers) {
      const run = await check(folder, layer);
      const list = run.files.filter(({ language }) => grammars.get(language)).map(({ language, path }) => `${grammars.get(language)}\t${path}`).join('\n');
      const [bytes, seconds] = execFileSync(bare, [join(repository, 'server', 'bin', 'libultimate-copilot-syntax.so')], { input: list, cwd: folder }).toString().split(' ').map(Number);
      const parsers = bytes / seconds * cpus().length, ours = run.summary.bytes / run.seconds;
      rows.push([folder.replace(repository, '.'), layer, run.files.length, (run.summary.bytes / 1e6).toFixed(1), run.seconds.toFixed(2), (ours / 1e6).toFixed(1), (parsers / 1e6).toFixed(1), `${Math.round(ours / parsers * 100)} %`, Math.round(run.first)]);
    }
  }
  rmSync(dirname(bare), { recursive: true });
  const figures = table(['folder', 'layer', 'files', 'MB', 'seconds', 'check MB/s', `bare parsers × ${cpus().length} MB/s`, 'check / bare', 'first finding ms'], rows);
  return `${figures}\n\nThe first finding where the first of 300 files is broken: after ${milliseconds(await firstOfMany())} ms.`;
}

/** In most folders the first broken file comes late, if at all: here it comes first. */
async function firstOfMany() {
  const folder = mkdtempSync(join(tmpdir(), 'first-'));
  const text = sample('javascript', 100);
  writeFileSync(join(folder, 'a.js'), 'f(1;\n');
  for (let i = 1; i < 300; i++) writeFileSync(join(folder, `b${i}.js`), text);
  const times = [];
  for (let round = 0; round < 9; round++) times.push((await run(['check', folder, '--layer', 'fast', '--format', 'text'], performance.now())).first);
  rmSync(folder, { recursive: true });
  return median(times);
}

function compile() {
  const file = join(mkdtempSync(join(tmpdir(), 'parse-')), 'parse');
  execFileSync('cc', ['-O2', '-o', file, join(here, '..', 'native', 'parse.c'), '-ldl']);
  return file;
}

/** Twice: once for the figures of all files, once for people, where the first finding shows up as soon as it is there. */
async function check(folder, layer) {
  const argv = ['check', folder, '--layer', layer];
  const start = performance.now();
  const { output } = await run([...argv, '--format', 'json'], start);
  const seconds = (performance.now() - start) / 1000;
  const { first } = await run([...argv, '--format', 'text'], performance.now());
  return { ...JSON.parse(output), seconds, first };
}

function run(argv, start) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, argv, { stdio: ['ignore', 'pipe', 'ignore'] });
    const chunks = [];
    let first;
    child.stdout.on('data', (chunk) => {
      first ??= performance.now() - start;
      chunks.push(chunk);
    });
    child.on('error', reject);
    child.on('close', () => resolve({ output: Buffer.concat(chunks).toString(), first: first ?? NaN }));
  });
}
