/** What a character of a source text belongs to. */
export const CODE = 0;
export const COMMENT = 1;
export const STRING = 2;
/** The characters that open or close a string. */
export const QUOTE = 3;

/**
 * Marks every character as code, comment, string or quote by the language's catalogue entry. It is a light scan, not a
 * lexer: mutations use it to aim, and the toolchain decides what an edit did.
 */
export function markRegions(text, language) {
  const marks = new Uint8Array(text.length);
  scanCode(text, language, marks, 0, undefined);
  return marks;
}

function scanCode(text, language, marks, start, closer) {
  let depth = 0;
  for (let i = start; i < text.length;) {
    if (closer !== undefined) {
      if (text[i] === closer && depth === 0) {
        return i;
      }

      depth += text[i] === '(' || text[i] === '{' ? 1 : text[i] === ')' || text[i] === '}' ? -1 : 0;
    }

    i = skipDirective(text, language, marks, i) ?? skipBlock(text, language, marks, i) ?? skipLine(text, language, marks, i)
      ?? skipCharacter(text, language, marks, i) ?? skipString(text, language, marks, i) ?? i + 1;
  }

  return text.length;
}

/** A line of the C preprocessor with its continuations: a macro's body need not be whole code. */
function skipDirective(text, language, marks, i) {
  if (!language.preprocessed || text[i] !== '#' || !/(^|\n)[ \t]*$/.test(text.slice(Math.max(0, i - 100), i))) {
    return undefined;
  }

  const end = i + /^(?:[^\\\n]|\\\r?\n|\\.)*/.exec(text.slice(i))[0].length;
  marks.fill(COMMENT, i, end);
  return end;
}

function skipBlock(text, language, marks, i) {
  const block = language.blocks.find(([open]) => text.startsWith(open, i));
  if (block === undefined) {
    return undefined;
  }

  const [open, close, options] = block;
  let depth = 1;
  let end = i + open.length;
  for (; end < text.length && depth > 0; end++) {
    if (text.startsWith(close, end)) {
      depth--;
      end += close.length - 1;
    } else if (options?.nested && text.startsWith(open, end)) {
      depth++;
      end += open.length - 1;
    }
  }

  marks.fill(COMMENT, i, end);
  return end;
}

function skipLine(text, language, marks, i) {
  const mark = language.comments.find((one) => text.startsWith(one, i));
  // '#' and '--' begin a comment only at the start of a word: '$#', 'a#b' and 'i--' are code.
  if (mark === undefined || (mark[0] === '#' && i > 0 && /[^\s;(]/.test(text[i - 1]))) {
    return undefined;
  }

  const end = text.indexOf('\n', i);
  const stop = end < 0 ? text.length : end;
  marks.fill(COMMENT, i, stop);
  return stop;
}

/** A language whose lone quote also means something else (Rust's lifetimes): only a whole character literal counts. */
function skipCharacter(text, language, marks, i) {
  if (!language.characters || text[i] !== "'") {
    return undefined;
  }

  const literal = /^'(\\[^\n]{1,8}?|[^\\\n'])'/.exec(text.slice(i, i + 12));
  if (literal === null) {
    return i + 1;
  }

  marks.fill(STRING, i, i + literal[0].length);
  return i + literal[0].length;
}

function skipString(text, language, marks, i) {
  const found = language.strings.find(([open]) => text.startsWith(open, i));
  if (found === undefined) {
    return undefined;
  }

  const [open, close, options] = found;
  marks.fill(QUOTE, i, i + open.length);
  let end = i + open.length;
  while (end < text.length) {
    if (options.hole !== undefined && text.startsWith(options.hole, end)) {
      const inside = end + options.hole.length;
      marks.fill(STRING, end, inside);
      end = scanCode(text, language, marks, inside, options.hole.endsWith('{') ? '}' : ')') + 1;
    } else if (options.escape !== undefined && text[end] === options.escape) {
      marks.fill(STRING, end, end + 2);
      end += 2;
    } else if (text.startsWith(close, end)) {
      marks.fill(QUOTE, end, end + close.length);
      return end + close.length;
    } else if (text[end] === '\n' && !options.lines) {
      return end;
    } else {
      marks[end++] = STRING;
    }
  }

  return text.length;
}
