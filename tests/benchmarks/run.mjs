// npm run bench [-- startup|latency|typing|memory|curve|throughput] [--quick]: our server beside its peers, in one run. Quote ratios: machines differ.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extensions } from './client/samples.mjs';
import { curve } from './measures/curve.mjs';
import { latency } from './measures/latency.mjs';
import { memory } from './measures/memory.mjs';
import { startup } from './measures/startup.mjs';
import { throughput } from './measures/throughput.mjs';
import { typing } from './measures/typing.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const words = process.argv.slice(2);
const quick = words.includes('--quick');
const wanted = (name) => !words.some((word) => !word.startsWith('--')) || words.includes(name);
const languages = quick ? ['csharp', 'python', 'json'] : Object.keys(extensions);
const FEW = ['javascript', 'python', 'css', 'json'];

installPeers();
console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node.js ${process.version}, ${process.platform}-${process.arch}\n`);
await section('startup', 'From process start to the answer to initialize', () => startup(quick ? 5 : 20));
await section('latency', 'From didChange to the right diagnostics', () => latency(languages, quick ? [1_000] : [1_000, 10_000], quick ? 16 : 40));
await section('typing', 'Fast typing at 10,000 lines', () => typing(quick ? ['python'] : FEW, 10_000, quick ? 4 : 10));
await section('memory', 'Peak memory', () => memory(quick ? ['python'] : FEW));
await section('curve', 'A keystroke by the size of the file', async () => {
  const { table, plot } = await curve(quick ? ['python'] : ['javascript', 'python', 'csharp', 'go'], quick ? 8 : 24);
  if (words.includes('--write')) writeFileSync(join(here, '..', '..', 'docs', 'images', 'latency.svg'), plot);
  return table;
});
await section('throughput', 'A folder, beside the bare parsers', () => throughput(words.filter((word) => existsSync(word))));

async function section(name, title, measure) {
  if (wanted(name)) console.log(`## ${title}\n\n${await measure()}\n`);
}

/** Some 300 MB that nothing but a benchmark needs. */
function installPeers() {
  const folder = join(here, 'peers');
  if (!existsSync(join(folder, 'node_modules'))) {
    console.error('Installing the servers to measure beside ...');
    execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  }
}
