/** Mistakes of whole lines: an end lost, a tail twice, the file cut off, an indentation moved. */

function without(line) {
  return { at: line.start, remove: line.next - line.start, insert: '' };
}

export const lineMutations = {
  'block-end-lost': (source, random) => {
    const ends = source.language.blockEnd === undefined ? [] : source.codeLines(source.language.blockEnd);
    return ends.length === 0 ? undefined : without(random.pick(ends));
  },

  /** Cut off between a third and nine tenths of the file, in code, at a place where no line ends. */
  truncated: (source, random) => {
    const { text } = source;
    const at = Math.floor(text.length * (0.33 + 0.57 * random.next()));
    return at < 20 || !source.isCode(at) || /\s/.test(text[at]) || /[\s;}]/.test(text[at - 1]) ? undefined : { at, remove: text.length - at, insert: '' };
  },

  'duplicated-tail': (source, random) => {
    const filled = source.lines.filter((line) => line.text.trim() !== '');
    const from = filled.at(-Math.min(filled.length, 2 + random.below(6)));
    const tail = source.text.slice(from.start);
    const glue = source.text.endsWith('\n') ? '' : source.eol;
    return { at: source.text.length, remove: 0, insert: glue + tail };
  },

  indentation: (source, random) => {
    if (!source.language.indented) {
      return undefined;
    }

    const line = random.pick(source.codeLines());
    const indent = /^[ \t]*/.exec(line.text)[0];
    const wrong = random.pick([`${indent} `, `${indent}    `, indent.slice(0, -1), indent.slice(0, -2), '\t']);
    return wrong === indent ? undefined : { at: line.start, remove: indent.length, insert: wrong };
  },
};
