// npm run bench [-- ARGUMENTS]: measures.
import './prerequisites/require-node.mjs';
import { join } from 'node:path';
import { repository } from './paths.mjs';
import { endChildrenWithUs, runVisibly } from './run.mjs';
import { setup } from './setup/setup.mjs';
import { allSteps } from './steps/all.mjs';

endChildrenWithUs();
const benchmarks = join(repository, 'tests', 'benchmarks', 'run.mjs');
process.exitCode = await setup(allSteps) || await runVisibly([process.execPath, benchmarks, ...process.argv.slice(2)]);
