// npm test [-- NAME...]: sets up, then runs all suites, or those whose name contains one of the words.
import './prerequisites/require-node.mjs';
import { endChildrenWithUs } from './run.mjs';
import { setup } from './setup/setup.mjs';
import { allSteps } from './steps/all.mjs';
import { clientSuites } from './suites/client.mjs';
import { dotnetSuites } from './suites/dotnet.mjs';
import { endToEndSuite, scriptsSuite } from './suites/node.mjs';
import { choose } from './suites/choose.mjs';
import { runSuites } from './suites/run-suites.mjs';

endChildrenWithUs();
process.exitCode = await setup(allSteps);
if (process.exitCode === 0) {
  process.exitCode = await runSuites(choose([scriptsSuite, ...dotnetSuites(), ...clientSuites, endToEndSuite], process.argv.slice(2)));
} else {
  process.stdout.write('0 passed, 1 failed\n');
}
