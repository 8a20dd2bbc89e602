import { createHash } from 'node:crypto';
import { say, seconds } from './report.mjs';
import { StepFailure } from './step-failure.mjs';

/** The steps that have to be done, each with the hash of its inputs: those whose stamp is not current, and those that build on one. */
export function outdated(steps, stamps) {
  const hashes = new Map();
  const due = new Map();
  for (const step of steps) {
    // With those of the steps it needs, so that a setup killed between two steps does not hide that the second is outdated.
    const hash = combine([step.fingerprint(), ...step.needs.map((need) => hashes.get(need))]);
    hashes.set(step.name, hash);
    if (step.needs.some((need) => due.has(need)) || !stamps.isCurrent(step.name, hash, step.outputs)) {
      due.set(step.name, { step, hash });
    }
  }
  return [...due.values()];
}

function combine(hashes) {
  return createHash('sha256').update(hashes.join(' ')).digest('hex');
}

/** Does steps, each as soon as those it needs are done. When one fails, those under way come to their end and no other begins. */
export async function runSteps(due, stamps, { onStart = () => {} } = {}) {
  const ends = new Map();
  let failure;
  for (const { step, hash } of due) {
    const needs = step.needs.map((need) => ends.get(need));
    const end = Promise.all(needs).then(async () => {
      if (failure === undefined) {
        await runStep(step, hash, stamps, onStart);
      }
    });
    ends.set(step.name, end.catch((error) => {
      failure ??= error;
    }));
  }
  await Promise.all(ends.values());
  if (failure !== undefined) {
    throw failure;
  }
}

async function runStep(step, hash, stamps, onStart) {
  const begin = performance.now();
  say(`  ${step.title} ...`);
  stamps.remove(step.name);
  const work = step.run();
  onStart();
  await work;
  if (!stamps.tryWrite(step.name, hash, step.outputs)) {
    throw new StepFailure(step.title, `It ended well but left no ${step.outputs.join(', ')}`, step.advice);
  }
  say(`  ${step.title}: done in ${seconds(performance.now() - begin)}`);
}
