import { join } from 'node:path';
import { artifacts } from '../paths.mjs';
import { missingTools } from '../prerequisites/check.mjs';
import { runningProcesses } from '../run.mjs';
import { withLock } from './lock.mjs';
import { say, seconds, tail } from './report.mjs';
import { outdated, runSteps } from './run-steps.mjs';
import { Stamps } from './stamps.mjs';
import { StepFailure } from './step-failure.mjs';

const EXIT_FAILED = 1;
const EXIT_PREREQUISITE = 2;

/** Brings this copy of the repository up to date; gives 0, or the code to exit with after having said why. */
export async function setup(steps, { root = artifacts } = {}) {
  const stamps = new Stamps(join(root, 'stamps'));
  const due = outdated(steps, stamps);
  if (due.length === 0) {
    return 0;
  }
  const sentences = await missingTools(due.flatMap(({ step }) => step.tools));
  if (sentences.length > 0) {
    sentences.forEach(say);
    return EXIT_PREREQUISITE;
  }
  const onWait = (pid) => say(`Another setup runs (process ${pid}); waiting for it.`);
  return await withLock(join(root, 'setup.lock'), { onWait, children: runningProcesses }, (onStart) => work(steps, stamps, onStart));
}

async function work(steps, stamps, onStart) {
  // Judged again: whoever held the lock before us may have done it all.
  const due = outdated(steps, stamps);
  if (due.length === 0) {
    return 0;
  }
  const begin = performance.now();
  say('Setting up (the first time takes a few minutes):');
  try {
    await runSteps(due, stamps, { onStart });
  } catch (error) {
    if (!(error instanceof StepFailure)) {
      throw error;
    }
    say(`${tail(error.output)}\n\nThe step "${error.title}" failed. ${error.advice}`);
    return EXIT_FAILED;
  }
  say(`Set up in ${seconds(performance.now() - begin)}.`);
  return 0;
}
