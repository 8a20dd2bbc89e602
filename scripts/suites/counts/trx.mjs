/** The counts in a .trx file of `dotnet test`, or undefined when it holds none. */
export function trxCounts(xml) {
  const counters = /<Counters\b([^>]*)>/.exec(xml)?.[1];
  if (counters === undefined) {
    return undefined;
  }
  const count = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(counters)?.[1] ?? 0);
  const passed = count('passed');
  const failed = count('failed') + count('error') + count('timeout') + count('aborted');
  // The file has a counter for tests that did not run, which is always 0.
  return { passed, failed, skipped: count('total') - passed - failed };
}
