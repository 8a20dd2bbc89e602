import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tapCounts } from '../suites/counts/tap.mjs';
import { sum, summary, verdict } from '../suites/counts/total.mjs';
import { trxCounts } from '../suites/counts/trx.mjs';
import { vitestCounts } from '../suites/counts/vitest.mjs';

test('a trx file with failed, timed out and skipped tests', () => {
  const xml = '<TestRun><ResultSummary outcome="Failed">\n<Counters total="12" executed="10" passed="6" failed="1" error="1" timeout="1" aborted="1"'
    + ' inconclusive="0" passedButRunAborted="0" notRunnable="0" notExecuted="0" /></ResultSummary></TestRun>';
  assert.deepEqual(trxCounts(xml), { passed: 6, failed: 4, skipped: 2 });
});

test('a trx file that was cut off holds no counts', () => {
  assert.equal(trxCounts('<TestRun><Results>'), undefined);
});

test('a TAP file counts cancelled tests as failed and todos as skipped', () => {
  const tap = 'TAP version 13\n# pass 99 is what a test said\nok 1 - a\n1..1\n# tests 9\n# suites 0\n# pass 4\n# fail 2\n# cancelled 1\n# skipped 1\n# todo 1\n';
  assert.deepEqual(tapCounts(tap), { passed: 4, failed: 3, skipped: 2 });
});

test('what a test prints in the form of a summary does not count', () => {
  assert.deepEqual(tapCounts('# pass 99\n# tests 1\n# pass 1\n# fail 0\n# cancelled 0\n# skipped 0\n# todo 0\n'), { passed: 1, failed: 0, skipped: 0 });
});

test('a TAP file without its end holds no counts', () => {
  assert.equal(tapCounts('TAP version 13\nok 1 - a\n'), undefined);
});

test('a report of vitest', () => {
  const report = { numTotalTests: 6, numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };
  assert.deepEqual(vitestCounts(JSON.stringify(report)), { passed: 3, failed: 1, skipped: 2 });
});

for (const text of ['', '{', 'null', '{}']) {
  test(`${JSON.stringify(text)} is no report of vitest`, () => assert.equal(vitestCounts(text), undefined));
}

test('a suite that crashed before it could count is one failure', () => {
  assert.deepEqual(verdict(1, undefined), { passed: 0, failed: 1, skipped: 0 });
});

test('a suite that ended well but left no counts is one failure', () => {
  assert.deepEqual(verdict(0, undefined), { passed: 0, failed: 1, skipped: 0 });
});

test('a suite without a test is one failure, unless it has none to count', () => {
  assert.deepEqual(verdict(0, { passed: 0, failed: 0, skipped: 0 }), { passed: 0, failed: 1, skipped: 0 });
  assert.deepEqual(verdict(0, undefined, true), { passed: 0, failed: 0, skipped: 0 });
  assert.deepEqual(verdict(1, undefined, true), { passed: 0, failed: 1, skipped: 0 });
});

test('a bad exit code that the counts do not show is one failure', () => {
  assert.deepEqual(verdict(1, { passed: 5, failed: 0, skipped: 0 }), { passed: 5, failed: 1, skipped: 0 });
});

test('a bad exit code that the counts show is not counted twice', () => {
  assert.deepEqual(verdict(1, { passed: 5, failed: 2, skipped: 1 }), { passed: 5, failed: 2, skipped: 1 });
});

test('the last line', () => {
  assert.equal(summary(sum([{ passed: 1, failed: 0, skipped: 0 }, { passed: 2, failed: 3, skipped: 0 }])), '3 passed, 3 failed');
  assert.equal(summary({ passed: 1, failed: 0, skipped: 2 }), '1 passed, 0 failed, 2 skipped');
});
