/** What a suite counts for: a bad end that its counts do not show is one failure, and so are no tests where there should be some. */
export function verdict(code, counts, mayBeEmpty = false) {
  const { passed = 0, failed = 0, skipped = 0 } = counts ?? {};
  const isEmpty = passed + failed + skipped === 0 && !mayBeEmpty;
  const unseen = failed === 0 && (code !== 0 || isEmpty) ? 1 : 0;
  return { passed, failed: failed + unseen, skipped };
}

export function sum(verdicts) {
  const add = (name) => verdicts.reduce((total, one) => total + one[name], 0);
  return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') };
}

/** The last line of a test run. */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
