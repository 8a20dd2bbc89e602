// From sending `didChange` to the diagnostics of that version. Each edit inserts one seeded character at a seeded place, the next takes it
// out again; mended, a file must have the findings that it had untouched.
import { Session } from '../client/session.mjs';
import { sample } from '../client/samples.mjs';
import { ours } from '../servers/ours.mjs';
import { floor, peersOf } from '../servers/peers.mjs';
import { pause, seeded } from './random.mjs';
import { median, milliseconds, quantile, table } from './statistics.mjs';

export async function latency(languages, sizes, edits) {
  const rows = [];
  for (const language of languages) {
    for (const lines of sizes) {
      const text = sample(language, lines);
      let mine;
      for (const server of [ours, ...peersOf(language), floor]) {
        const found = await measureEdits(server, language, text, edits).catch((error) => {
          console.error(`${server.name}, ${language}, ${lines} lines: ${error.message}`);
          return {};
        });
        mine ??= found;
        rows.push([
          server === ours ? language : '', server === ours ? text.split('\n').length : '', server.name, milliseconds(found.p50), milliseconds(found.p95), milliseconds(found.open),
          percent(found.seen), server === ours || !found.p50 ? '' : `${(found.p50 / mine.p50).toFixed(1)}×`,
        ]);
      }
    }
  }
  return table(['language', 'lines', 'server', 'edit p50 ms', 'edit p95 ms', 'open ms', 'seen', 'this / ours'], rows);
}

/** Medians over pairs of edits: break, mend. The first quarter warms the just-in-time compilers. */
export async function measureEdits(server, language, text, edits) {
  const session = await Session.start(server);
  try {
    const { document, milliseconds: open, diagnostics: untouched } = await session.open(language, text);
    const times = [];
    let seen = 0;
    const random = seeded(7);
    for (let i = 0; i < edits; i++) {
      const offset = Math.floor(random() * text.length);
      const broken = await session.change(document, offset, 0, '(){}[]",;:x'[Math.floor(random() * 11)]);
      await pause(40);
      const mended = await session.change(document, offset, 1, '');
      await pause(40);
      if (mended.diagnostics.length !== untouched.length) throw new Error(`not mended: ${JSON.stringify(mended.diagnostics[0])}`);
      seen += broken.diagnostics.length !== untouched.length ? 1 : 0;
      if (i >= edits / 4) times.push(broken.milliseconds, mended.milliseconds);
    }
    return { open, seen: seen / edits, p50: median(times), p95: quantile(times, 0.95) };
  } finally {
    await session.close();
  }
}

const percent = (share) => (share === undefined ? '–' : `${Math.round(share * 100)} %`);
