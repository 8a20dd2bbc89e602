import { setTimeout as delay } from 'node:timers/promises';

/** All time limits are multiplied by this on a slow machine. */
const SLOWNESS = Number(process.env.UC_E2E_SLOWNESS ?? 1);

export const limits = {
  start: 60_000 * SLOWNESS,
  step: 20_000 * SLOWNESS,
};

/** Asks again and again until the answer is truthy, and gives that answer; says what it saw when it waits in vain. */
export async function until(probe, describe, limit = limits.step) {
  const deadline = Date.now() + limit;
  for (;;) {
    const answer = await probe();
    if (answer) {
      return answer;
    }
    if (Date.now() > deadline) {
      throw new Error(`Waited ${limit} ms in vain for ${await describe()}`);
    }
    await delay(100);
  }
}
