// How a keystroke's cost grows with the file, from 100 to 100,000 lines: a table, and a plot for the documentation.
import { sample } from '../client/samples.mjs';
import { ours } from '../servers/ours.mjs';
import { astGrep } from '../servers/peers.mjs';
import { measureEdits } from './latency.mjs';
import { plot } from './plot.mjs';
import { milliseconds, table } from './statistics.mjs';

const SIZES = [100, 300, 1_000, 3_000, 10_000, 30_000, 100_000];

/** Gives the table and the plot as SVG. */
export async function curve(languages, edits) {
  const series = [];
  for (const language of languages) {
    for (const server of [ours, astGrep(language)].filter(Boolean)) {
      const points = [];
      for (const lines of SIZES) {
        const text = sample(language, lines);
        const found = await measureEdits(server, language, text, edits).catch(() => ({}));
        points.push([lines, found.p50]);
      }
      series.push({ name: `${language}, ${server === ours ? 'ours' : server.name}`, isOurs: server === ours, points });
    }
  }
  return {
    table: table(['edit p50 ms, lines:', ...SIZES.map(String)], series.map(({ name, points }) => [name, ...points.map(([, value]) => milliseconds(value))])),
    plot: plot(series, { x: 'lines', y: 'milliseconds from a key to its diagnostics' }),
  };
}
