/** Mistakes in words and tags: a keyword misspelt, a tag lost or renamed. */

function misspell(word, random) {
  const ways = [
    () => {
      const i = random.below(word.length - 1);
      return word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2);
    },
    () => {
      const i = random.below(word.length);
      return word.slice(0, i) + word.slice(i + 1);
    },
    () => {
      const i = random.below(word.length);
      return word.slice(0, i) + word[i] + word.slice(i);
    },
  ];
  return random.pick(ways)();
}

function keywordTypo(source, random) {
  const { keywords, ignoreCase, declarations } = source.language;
  if (keywords.length === 0) {
    return undefined;
  }

  const pattern = new RegExp(`(?<![\\w.$@-])(?:${keywords.join('|')})(?![\\w-])`, ignoreCase ? 'gi' : 'g');
  const certain = declarations === undefined ? () => true : (match) => beginsDeclaration(source, match, declarations);
  const matches = source.matchesInCode(pattern).filter(certain);
  if (matches.length === 0) {
    return undefined;
  }

  const match = random.pick(matches);
  const wrong = misspell(match[0], random);
  return wrong === match[0] || wrong === '' ? undefined : { at: match.index, remove: match[0].length, insert: wrong, certain: declarations !== undefined };
}

/** Whether a keyword begins the declaration of its line, where no misspelling of it can be an expression. */
function beginsDeclaration(source, match, declarations) {
  const line = source.lines.findLast((one) => one.start <= match.index);
  const before = source.text.slice(line.start, match.index);
  return declarations.test(line.text) && /^\s*((public|private|internal|fileprivate|override|static|open|data) )*$/.test(before)
    && /^[a-z]+ \w/.test(source.text.slice(match.index, line.next));
}

const START_TAG = /<([A-Za-z][\w:.-]*)((?:\s[^<>]*?)?)(?<![/=])>/g;
const END_TAG = /<\/([A-Za-z][\w:.-]*)\s*>/g;

export const wordMutations = {
  'keyword-typo': keywordTypo,

  'end-tag-lost': (source, random) => {
    const ends = source.language.tags ? source.matchesInCode(END_TAG) : [];
    const one = ends.length > 0 && random.pick(ends);
    return one ? { at: one.index, remove: one[0].length, insert: '' } : undefined;
  },

  'start-tag-lost': (source, random) => {
    const starts = source.language.tags ? source.matchesInCode(START_TAG) : [];
    const one = starts.length > 0 && random.pick(starts);
    return one ? { at: one.index, remove: one[0].length, insert: '' } : undefined;
  },

  'tag-renamed': (source, random) => {
    const tags = source.language.tags ? [...source.matchesInCode(START_TAG), ...source.matchesInCode(END_TAG)] : [];
    const one = tags.length > 0 && random.pick(tags);
    if (!one) {
      return undefined;
    }

    const nameAt = one.index + one[0].indexOf(one[1]);
    return { at: nameAt, remove: one[1].length, insert: random.pick([`x${one[1]}`, misspell(`${one[1]}s`, random)]) };
  },
};
