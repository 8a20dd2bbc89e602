/** Speaks to the person in front of the terminal; standard output belongs to the program that they asked for. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** The last lines of a program's output, where the reason of a failure stands. */
export function tail(output, lines = 40) {
  return output.trimEnd().split(/\r?\n/).slice(-lines).join('\n');
}
