/** The counts in the file of vitest's json reporter, or undefined when it is not one. */
export function vitestCounts(json) {
  let report;
  try {
    report = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof report?.numPassedTests !== 'number') {
    return undefined;
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests ?? 0,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  };
}
