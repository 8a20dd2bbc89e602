import { LANGUAGES } from '../languages.mjs';
import { CODE, QUOTE, markRegions } from '../regions.mjs';

const PAIRS = { ')': '(', ']': '[', '}': '{' };
const MARKER = /^(?:<<<<<<< .*|=======|>>>>>>> .*|\|\|\|\|\|\|\| .*|```\w*|@@ -\d.*@@)\r?$/gm;

/**
 * Judges by what no language of brackets and quotes allows: brackets that do not pair, a string that its line does
 * not end, two commas in a row, a marker line in code. It never says that a file is valid.
 */
export const structuralJudge = (language) => ({
  name: 'structure',
  async check(text, { before, certain }) {
    const definition = LANGUAGES[language];
    if (before !== undefined && firstFault(before, definition) !== undefined) {
      return { ok: null };
    }

    const fault = firstFault(text, definition);
    return fault === undefined && !certain ? { ok: null } : { ok: before === undefined ? null : false, message: fault ?? 'broken by form' };
  },
  close() {},
});

function firstFault(text, definition) {
  const marks = markRegions(text, definition);
  return unpaired(text, marks) ?? openString(text, marks) ?? inCode(text, marks, /,\s*,/g, 'two commas') ?? inCode(text, marks, MARKER, 'marker');
}

function unpaired(text, marks) {
  const open = [];
  for (let i = 0; i < text.length; i++) {
    if (marks[i] !== CODE) {
      continue;
    }

    if ('([{'.includes(text[i])) {
      open.push(text[i]);
    } else if (PAIRS[text[i]] !== undefined && open.pop() !== PAIRS[text[i]]) {
      return `'${text[i]}' closes nothing`;
    }
  }

  return open.length > 0 ? `'${open.at(-1)}' is never closed` : undefined;
}

/** A string that ends with its line: quotes were opened and not closed before the next character of code. */
function openString(text, marks) {
  let open = false;
  for (let i = 0; i < text.length; i++) {
    if (marks[i] === QUOTE && marks[i - 1] !== QUOTE) {
      open = !open;
    } else if (text[i] === '\n' && marks[i] === CODE && open && marks[i - 1] !== CODE) {
      return 'string without end';
    } else if (marks[i] === CODE) {
      open = false;
    }
  }

  return undefined;
}

function inCode(text, marks, pattern, message) {
  return [...text.matchAll(pattern)].some((match) => marks[match.index] === CODE) ? message : undefined;
}
