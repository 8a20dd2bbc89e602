import { beforeEach, describe, expect, it } from 'vitest';
import { CrashPolicy } from '../crash-policy';

const MINUTE = 60_000;

describe('CrashPolicy', () => {
  let now: number;
  let policy: CrashPolicy;

  beforeEach(() => {
    now = 0;
    policy = new CrashPolicy(() => now);
  });

  function crash(times: number): boolean[] {
    return Array.from({ length: times }, () => policy.shouldRestart());
  }

  it('gives up at the fifth crash within three minutes', () => {
    expect(crash(5)).toEqual([true, true, true, true, false]);
  });

  it('forgets crashes that are longer ago', () => {
    crash(4);
    now += 3 * MINUTE + 1;
    expect(crash(5)).toEqual([true, true, true, true, false]);
  });

  it('lives with a crash a minute', () => {
    for (let minute = 0; minute < 60; minute++, now += MINUTE) {
      expect(policy.shouldRestart()).toBe(true);
    }
  });

  it('starts anew after the user has restarted', () => {
    crash(5);
    policy.reset();
    expect(policy.shouldRestart()).toBe(true);
  });
});
