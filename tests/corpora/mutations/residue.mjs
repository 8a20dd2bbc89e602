/** What editors, version control and language models leave behind in a file. */

const MIN_RUN = 3;

/** A run of lines that begins in code and holds a declaration where the language's entry names how one looks. */
function pickRun(source, random, longest) {
  const { declarations } = source.language;
  const starts = source.codeLines(declarations ?? (source.language.prose ? /^\S/ : /\S/)); // prose that is indented may be code
  if (starts.length === 0 || source.lines.length < MIN_RUN + 2) {
    return undefined;
  }

  const first = random.pick(starts).index;
  const last = Math.min(source.lines.length - 1, first + MIN_RUN + random.below(longest - MIN_RUN)) - 1;
  return last <= first ? undefined : source.lines.slice(first, last + 1);
}

/** Replaces a run of lines by other lines. */
function rewrite(source, run, lines) {
  const ended = run.at(-1).next > run.at(-1).start + run.at(-1).text.length;
  return { at: run[0].start, remove: run.at(-1).next - run[0].start, insert: lines.join(source.eol) + (ended ? source.eol : ''), certain: source.language.declarations !== undefined };
}

function insertLine(source, line, text) {
  return { at: line.start, remove: 0, insert: text + source.eol };
}

function conflictMarker(source, random) {
  const run = pickRun(source, random, 8);
  if (run === undefined) {
    return undefined;
  }

  const ours = run.map((line) => line.text);
  const middle = Math.ceil(ours.length / 2);
  const theirs = random.pick([ours, ours.slice(0, middle)]);
  const branch = random.pick(['main', 'feature/login', 'origin/develop', '3f2c9ab (Fix review comments)']);
  const whole = ['<<<<<<< HEAD', ...ours, '=======', ...theirs, `>>>>>>> ${branch}`];
  const lone = [random.pick(['<<<<<<< HEAD', '=======', `>>>>>>> ${branch}`]), ...ours];
  const base = ['<<<<<<< ours', ...ours, '||||||| base', ...theirs, '=======', ...theirs, '>>>>>>> theirs'];
  return rewrite(source, run, random.pick(source.language.prose ? [whole, base] : [whole, whole, base, lone])); // a lone ======= underlines a title there
}

function diffResidue(source, random) {
  const run = pickRun(source, random, 9);
  if (run === undefined) {
    return undefined;
  }

  const lines = run.map((line) => line.text);
  const signs = lines.map((line, i) => (i === 0 ? '+' : random.pick(['+', '+', '-', ' '])) + line);
  const number = run[0].index + 1;
  const hunk = `@@ -${number},${lines.length} +${number},${lines.length + 1} @@`;
  return rewrite(source, run, random.pick([signs, lines.map((line) => `+${line}`), [hunk, ...lines], [hunk, ...signs]]));
}

function lineNumbers(source, random) {
  const run = pickRun(source, random, 14);
  if (run === undefined) {
    return undefined;
  }

  const style = random.pick([(n, text) => `${n}: ${text}`, (n, text) => `${String(n).padStart(6)}\t${text}`, (n, text) => `${String(n).padStart(4)} | ${text}`, (n, text) => `${n}→${text}`]);
  return rewrite(source, run, run.map((line) => style(line.index + 1, line.text)));
}

const TOOL_TAGS = ['</invoke>', '</parameter>', '<parameter name="content">', '</content>', '<invoke name="write_file">', '</function_calls>', '</file_content>', '<parameter name="new_string">'];

function toolTag(source, random) {
  const tag = random.pick(TOOL_TAGS);
  if (random.next() < 0.5) {
    const glue = source.text.endsWith('\n') ? '' : source.eol;
    return { at: source.text.length, remove: 0, insert: `${glue}${tag}${source.eol}` };
  }

  const lines = source.codeLines(source.language.prose ? /^\S/ : /\S/);
  return lines.length === 0 ? undefined : insertLine(source, random.pick(lines), tag);
}

const escapeQuotes = (text) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');

/** Text as it stands inside a JSON string: newlines as \n, quotes as \". */
function escapedText(source, random) {
  const run = pickRun(source, random, 8);
  if (run === undefined) {
    return undefined;
  }

  const quoted = source.codeLines(/".*"/);
  if (quoted.length > 0 && random.next() < 0.5) {
    const line = random.pick(quoted);
    return { at: line.start, remove: line.text.length, insert: escapeQuotes(line.text) };
  }

  return rewrite(source, run, [run.map((line) => escapeQuotes(line.text)).join('\\n')]);
}

function codeFence(source, random, name) {
  const glue = source.text.endsWith('\n') ? '' : source.eol;
  const shape = random.below(3);
  if (shape === 0) {
    return { at: source.text.length, remove: 0, insert: `${glue}\`\`\`${source.eol}` };
  }

  const closing = shape === 1 ? `${glue}\`\`\`${source.eol}` : '';
  return { at: 0, remove: source.text.length, insert: `\`\`\`${name}${source.eol}${source.text}${closing}` };
}

export const residueMutations = {
  'conflict-marker': conflictMarker,
  'diff-residue': (source, random) => (source.language.prose ? undefined : diffResidue(source, random)),
  'line-numbers': (source, random) => (source.language.prose ? undefined : lineNumbers(source, random)),
  'tool-tag': toolTag,
  'escaped-text': (source, random) => (source.language.prose ? undefined : escapedText(source, random)),
  'code-fence': (source, random, name) => (source.language.prose ? undefined : codeFence(source, random, name)),
};
