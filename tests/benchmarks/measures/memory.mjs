// Peak resident memory of the server and the processes below it, with one document of 10,000 lines and with a hundred of 1,000.
import { readFileSync, readdirSync } from 'node:fs';
import { Session } from '../client/session.mjs';
import { sample } from '../client/samples.mjs';
import { ours } from '../servers/ours.mjs';
import { floor, peersOf } from '../servers/peers.mjs';
import { pause } from './random.mjs';
import { table } from './statistics.mjs';

export async function memory(languages) {
  if (process.platform !== 'linux') return 'Measured on Linux only: it reads /proc.';
  const rows = [];
  for (const language of languages) {
    const [large, small] = [sample(language, 10_000), sample(language, 1_000)];
    for (const server of [ours, ...peersOf(language), floor]) {
      rows.push([server === ours ? language : '', server.name, await peak(server, language, [large]), await peak(server, language, Array(100).fill(small))]);
    }
  }
  return table(['language', 'server', 'one of 10,000 lines, MiB', 'a hundred of 1,000 lines, MiB'], rows);
}

async function peak(server, language, texts) {
  const session = await Session.start(server);
  try {
    for (const text of texts) {
      const { document } = await session.open(language, text);
      for (let i = 0; i < 4; i++) {
        const offset = Math.floor(text.length * (i + 0.5) / 4);
        await session.change(document, offset, 0, '(');
        await session.change(document, offset, 1, '');
      }
    }
    await pause(500);
    return Math.round(family(session.process).reduce((sum, id) => sum + highWaterMark(id), 0) / 1024);
  } catch (error) {
    console.error(`${server.name}, ${language}: ${error.message}`);
    return '–';
  } finally {
    await session.close();
  }
}

/** A process and all below it. */
function family(root) {
  const parents = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((id) => [Number(id), parentOf(id)]);
  const members = [root];
  for (let i = 0; i < members.length; i++) members.push(...parents.filter(([, parent]) => parent === members[i]).map(([id]) => id));
  return members;
}

function parentOf(id) {
  return Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${id}/status`))?.[1] ?? 0);
}

/** In KiB. */
function highWaterMark(id) {
  return Number(/^VmHWM:\s+(\d+)/m.exec(read(`/proc/${id}/status`))?.[1] ?? 0);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // gone meanwhile
  }
}
