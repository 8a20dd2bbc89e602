// npm run bench [-- startup|latency] [--quick]: our server beside its peers, in one run. Quote ratios: machines differ.
import { cpus } from 'node:os';
import { extensions } from './client/samples.mjs';
import { latency } from './measures/latency.mjs';
import { startup } from './measures/startup.mjs';

const words = process.argv.slice(2);
const quick = words.includes('--quick');
const wanted = (name) => !words.some((word) => !word.startsWith('--')) || words.includes(name);

console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node.js ${process.version}, ${process.platform}-${process.arch}\n`);
if (wanted('startup')) {
  console.log(`## From process start to the answer to initialize\n\n${await startup(quick ? 5 : 20)}\n`);
}
if (wanted('latency')) {
  const languages = quick ? ['csharp', 'python', 'json'] : Object.keys(extensions);
  console.log(`## From didChange to the right diagnostics\n\n${await latency(languages, quick ? [1_000] : [100, 1_000, 10_000], quick ? 16 : 40)}\n`);
}
