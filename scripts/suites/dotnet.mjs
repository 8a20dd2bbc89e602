import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { artifacts, repository } from '../paths.mjs';
import { runVisibly } from '../run.mjs';
import { trxCounts } from './counts/trx.mjs';
import { readResults, resultFile } from './results.mjs';

const BUILD = 'C# compiles';

/** Longer than any test may take; a hang then ends with the name of the test. */
const HANG = '5m';

/** One suite to compile all, then one for each test project, so that the crash of one shows. */
export function dotnetSuites() {
  const build = ['dotnet', 'build', 'UltimateCopilot.sln', '-c', 'Release', '--verbosity', 'quiet'];
  const projects = readdirSync(join(repository, 'tests')).filter((name) => name.endsWith('.Tests'));
  return [
    { name: BUILD, mayBeEmpty: true, run: async () => ({ code: await runVisibly(build) }) },
    ...projects.map((name) => ({ name, needs: BUILD, run: () => runProject(name) })),
  ];
}

async function runProject(name) {
  const results = resultFile(`${name}.trx`);
  const code = await runVisibly([
    'dotnet', 'test', join(artifacts, 'bin', name, 'release', `${name}.dll`),
    '--logger', `trx;LogFileName=${basename(results)}`, '--results-directory', dirname(results),
    '--blame-hang-timeout', HANG, '--blame-hang-dump-type', 'none',
  ]);
  return { code, counts: readResults(results, trxCounts) };
}
