import { npm } from '../environment.mjs';
import { runVisibly } from '../run.mjs';
import { vitestCounts } from './counts/vitest.mjs';
import { readResults, resultFile } from './results.mjs';

export const clientSuites = [
  { name: 'TypeScript types and lint', run: runCheck },
  { name: 'TypeScript', run: runTests },
];

/** Has no tests to count: it is one. */
async function runCheck() {
  const code = await runVisibly(npm('run', 'check', '-w', 'client-vscode'));
  return { code, counts: { passed: code === 0 ? 1 : 0 } };
}

async function runTests() {
  const results = resultFile('client.json');
  const code = await runVisibly(npm('test', '-w', 'client-vscode', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`));
  return { code, counts: readResults(results, vitestCounts) };
}
