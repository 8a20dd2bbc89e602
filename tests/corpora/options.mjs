/**
 * Reads `--name value` pairs; a name in `many` may stand several times and yields a list. A name that is not in
 * `known` ends the program, so that a misspelt option is not silently without effect.
 */
export function readOptions(args, usage, known, many = []) {
  const options = Object.fromEntries(many.map((name) => [name, []]));
  for (let i = 0; i < args.length; i += 2) {
    const name = args[i].replace(/^--/, '');
    if (!args[i].startsWith('--') || !known.includes(name) || args[i + 1] === undefined) {
      fail(`'${args[i]}' is no option, or its value is missing\n${usage}`);
    }

    if (many.includes(name)) {
      options[name].push(args[i + 1]);
    } else {
      options[name] = args[i + 1];
    }
  }

  return options;
}

/** Ends the program with a message where one of the named options is missing. */
export function requireOptions(options, usage, ...names) {
  const missing = names.find((name) => options[name] === undefined || options[name].length === 0);
  if (missing !== undefined) {
    fail(`--${missing} is missing\n${usage}`);
  }
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
