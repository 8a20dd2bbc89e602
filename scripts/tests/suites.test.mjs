import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choose } from '../suites/choose.mjs';
import { runSuites } from '../suites/run-suites.mjs';

const suite = (name, code, counts) => ({ name, run: async () => ({ code, counts }) });

test('all suites are run and summed up, and one that crashed makes the whole fail', async () => {
  const lines = [];
  const code = await runSuites([suite('crashes', 1), suite('works', 0, { passed: 2, failed: 0, skipped: 1 })], (line) => lines.push(line));
  assert.deepEqual(lines, ['2 passed, 1 failed, 1 skipped']);
  assert.equal(code, 1);
});

test('all well', async () => {
  const lines = [];
  assert.equal(await runSuites([suite('works', 0, { passed: 2, failed: 0, skipped: 0 })], (line) => lines.push(line)), 0);
  assert.deepEqual(lines, ['2 passed, 0 failed']);
});

test('a chosen suite brings the one it needs', () => {
  const suites = [{ name: 'build' }, { name: 'A.Tests', needs: 'build' }, { name: 'other' }];
  assert.deepEqual(choose(suites, []), suites);
  assert.deepEqual(choose(suites, ['A.']), suites.slice(0, 2));
  assert.deepEqual(choose(suites, ['oth']), suites.slice(2));
});
