import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../environment.mjs';
import { repository } from '../paths.mjs';
import { runVisibly } from '../run.mjs';
import { tapCounts } from './counts/tap.mjs';
import { readResults, resultFile } from './results.mjs';

export const scriptsSuite = { name: 'scripts', run: runScripts };
export const endToEndSuite = { name: 'end to end', run: runEndToEnd };

async function runScripts() {
  const folder = join(repository, 'scripts', 'tests');
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.mjs')).map((name) => join(folder, name));
  const results = resultFile('scripts.tap');
  const code = await runVisibly([process.execPath, '--test', ...reporters(results), ...files]);
  return { code, counts: readResults(results, tapCounts) };
}

/** Through the workspace's own script, which alone knows how its tests are run; the reporters reach node by its environment. */
async function runEndToEnd() {
  const results = resultFile('e2e.tap');
  const env = { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${reporters(results).join(' ')}`.trim() };
  const code = await runVisibly(npm('test', '-w', 'tests/e2e'), { env });
  return { code, counts: readResults(results, tapCounts) };
}

function reporters(file) {
  return ['--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=tap', `--test-reporter-destination=${file}`];
}
