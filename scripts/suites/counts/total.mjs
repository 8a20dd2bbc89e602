/** What a suite counts for: a bad end that its counts do not show is one failure. */
export function verdict(code, counts) {
  const { passed = 0, failed = 0, skipped = 0 } = counts ?? {};
  const unseen = failed === 0 && (code !== 0 || counts === undefined) ? 1 : 0;
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
