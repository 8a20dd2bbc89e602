// Fast typing: eleven keys, 40 ms apart; from the last key to the diagnostics of the last version.
import { Session } from '../client/session.mjs';
import { sample } from '../client/samples.mjs';
import { ours } from '../servers/ours.mjs';
import { peersOf } from '../servers/peers.mjs';
import { pause, seeded } from './random.mjs';
import { median, milliseconds, quantile, table } from './statistics.mjs';

const WORDS = ' item(value'; // leaves a bracket open
const BETWEEN_KEYS = 40;

export async function typing(languages, lines, bursts) {
  const rows = [];
  for (const language of languages) {
    const text = sample(language, lines);
    for (const server of [ours, ...peersOf(language)]) {
      const times = await measureBursts(server, language, text, bursts).catch((error) => {
        console.error(`${server.name}, ${language}: ${error.message}`);
        return [];
      });
      rows.push([server === ours ? language : '', server.name, milliseconds(times.length ? median(times) : undefined), milliseconds(times.length ? quantile(times, 0.95) : undefined)]);
    }
  }
  return table(['language', 'server', 'after the last key p50 ms', 'p95 ms'], rows);
}

async function measureBursts(server, language, text, bursts) {
  const session = await Session.start(server);
  try {
    const { document } = await session.open(language, text);
    const random = seeded(11);
    const times = [];
    for (let burst = 0; burst <= bursts; burst++) {
      const offset = Math.floor(random() * text.length);
      let last, sent;
      for (let key = 0; key < WORDS.length; key++) {
        if (key > 0) await pause(BETWEEN_KEYS);
        sent = performance.now();
        last = session.send(document, offset + key, 0, WORDS[key]);
        last.answer.catch(() => {}); // of the keys before nobody waits for
      }
      const { at } = await last.answer;
      if (burst > 0) times.push(at - sent);
      await session.change(document, offset, WORDS.length, '');
      await pause(200);
    }
    return times;
  } finally {
    await session.close();
  }
}
