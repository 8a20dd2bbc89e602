// npm test [-- NAME...]: sets up, then runs all suites, or those whose name contains one of the words.
import './prerequisites/require-node.mjs';
import { endChildrenWithUs } from './run.mjs';
import { setup } from './setup/setup.mjs';
import { allSteps } from './steps/all.mjs';
import { clientSuites } from './suites/client.mjs';
import { dotnetSuites } from './suites/dotnet.mjs';
import { endToEndSuite, scriptsSuite } from './suites/node.mjs';
import { runSuites } from './suites/run-suites.mjs';

endChildrenWithUs();
process.exitCode = await setup(allSteps);
if (process.exitCode === 0) {
  const words = process.argv.slice(2);
  const suites = [scriptsSuite, ...dotnetSuites(), ...clientSuites, endToEndSuite];
  const chosen = suites.filter(({ name, essential }) => words.length === 0 || essential || words.some((word) => name.includes(word)));
  process.exitCode = await runSuites(chosen);
} else {
  process.stdout.write('0 passed, 1 failed\n');
}
