// npm start [-- PATH...]: sets up, then checks the samples, or the paths.
import './prerequisites/require-node.mjs';
import { join } from 'node:path';
import { editorHints } from './editor-hints.mjs';
import { repository, serverProgram } from './paths.mjs';
import { endChildrenWithUs, runVisibly } from './run.mjs';
import { say } from './setup/report.mjs';
import { setup } from './setup/setup.mjs';
import { allSteps } from './steps/all.mjs';

/** What `check` exits with when it found mistakes. */
const FINDINGS = 1;

endChildrenWithUs();
process.exitCode = await setup(allSteps) || await check(process.argv.slice(2));

async function check(given) {
  const args = given.length > 0 ? given : [join(repository, 'samples')];
  // npm moves to the repository; relative paths belong to where the person was.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const code = await runVisibly([serverProgram, 'check', ...args], { cwd });
  say(editorHints());
  // The samples hold mistakes on purpose.
  return code === FINDINGS && given.length === 0 ? 0 : code;
}
