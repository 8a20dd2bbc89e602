import { say, seconds } from '../setup/report.mjs';
import { sum, summary, verdict } from './counts/total.mjs';

/** Runs suites one after the other, because their tests measure time; the very last line says how they all went. */
export async function runSuites(suites, write = (line) => process.stdout.write(`${line}\n`)) {
  const rows = [];
  for (const { name, run, mayBeEmpty } of suites) {
    say(`\n== ${name}`);
    const begin = performance.now();
    const { code, counts } = await run();
    rows.push({ name, time: seconds(performance.now() - begin), ...verdict(code, counts, mayBeEmpty) });
  }
  say('');
  for (const row of rows) {
    say(`  ${row.failed > 0 ? 'FAILED' : 'ok'}  ${row.name}: ${summary(row)} (${row.time})`);
  }
  const total = sum(rows);
  write(summary(total));
  return total.failed > 0 ? 1 : 0;
}
