/** The counts at the end of a TAP file of `node --test`, or undefined when it was not written to its end. */
export function tapCounts(tap) {
  const count = (name) => {
    const matches = [...tap.matchAll(new RegExp(`^# ${name} (\\d+)$`, 'gm'))];
    return matches.length === 0 ? undefined : Number(matches.at(-1)[1]);
  };
  const passed = count('pass');
  if (passed === undefined) {
    return undefined;
  }
  return { passed, failed: (count('fail') ?? 0) + (count('cancelled') ?? 0), skipped: (count('skipped') ?? 0) + (count('todo') ?? 0) };
}
