// npm run build: makes everything that npm start would run.
import './prerequisites/require-node.mjs';
import { endChildrenWithUs } from './run.mjs';
import { say } from './setup/report.mjs';
import { setup } from './setup/setup.mjs';
import { allSteps } from './steps/all.mjs';

endChildrenWithUs();
process.exitCode = await setup(allSteps);
if (process.exitCode === 0) {
  say('Everything is up to date.');
}
