/** The suites whose name holds one of the words, with those that they need; all when there are no words. */
export function choose(suites, words) {
  if (words.length === 0) {
    return suites;
  }
  const named = suites.filter(({ name }) => words.some((word) => name.includes(word)));
  return suites.filter((suite) => named.includes(suite) || named.some(({ needs }) => needs === suite.name));
}
