import { QUOTE } from '../regions.mjs';

/** Mistakes of one or two characters: a bracket, a quote, a comma, a colon, an operator. */

const BRACKET = /[()[\]{}]/g;
const edit = (at, remove, insert) => ({ at, remove, insert });

function brackets(source) {
  const allowed = source.language.brackets;
  return allowed === '<>'
    ? [...source.text.matchAll(/[<>]/g)].filter((one) => source.isCode(one.index))
    : source.matchesInCode(BRACKET).filter((one) => allowed.includes(one[0]));
}

const stringQuotes = (source) => [...source.text.matchAll(/["'`]/g)].map((match) => match.index).filter((at) => source.marks[at] === QUOTE);

/** Where a markup language has quotes: around the values of attributes. */
const attributeQuotes = (source) => source.matchesInCode(/(?<=<[A-Za-z][^<>]*=\s*)(["'])[^"'<>]*\1/g)
  .flatMap((match) => [match.index, match.index + match[0].length - 1]);

function pickOne(random, matches) {
  return matches.length === 0 ? undefined : random.pick(matches);
}

export const characterMutations = {
  'bracket-deleted': (source, random) => {
    const one = pickOne(random, brackets(source));
    return one && edit(one.index, 1, '');
  },

  'bracket-doubled': (source, random) => {
    const one = pickOne(random, brackets(source));
    return one && edit(one.index + 1, 0, one[0]);
  },

  'bracket-wrong': (source, random) => {
    const one = pickOne(random, brackets(source).filter((match) => '()[]{}'.includes(match[0])));
    if (one === undefined) {
      return undefined;
    }

    const side = '([{'.includes(one[0]) ? '([{' : ')]}';
    return edit(one.index, 1, random.pick([...side].filter((other) => other !== one[0])));
  },

  'quote-deleted': (source, random) => {
    const at = pickOne(random, source.language.strings.length === 0 ? attributeQuotes(source) : stringQuotes(source));
    return at === undefined ? undefined : edit(at, 1, '');
  },

  'comma-deleted': (source, random) => {
    const one = pickOne(random, source.matchesInCode(/,/g));
    return one && edit(one.index, 1, '');
  },

  'comma-doubled': (source, random) => {
    const one = pickOne(random, source.matchesInCode(/,/g));
    return one && edit(one.index, 0, ',');
  },

  'colon-deleted': (source, random) => {
    const one = pickOne(random, source.matchesInCode(/(?<!:):(?!:)/g));
    return one && edit(one.index, 1, '');
  },

  'semicolon-deleted': (source, random) => {
    const one = pickOne(random, source.matchesInCode(/;/g));
    return one && edit(one.index, 1, '');
  },

  'operator-deleted': (source, random) => {
    const one = pickOne(random, source.matchesInCode(/(?<=[ \t])(=|==|!=|\+|\*|<=|>=|&&|\|\||->|=>|:=|<-|\.\.)(?=[ \t])/g));
    return one && edit(one.index, one[0].length, '');
  },
};
