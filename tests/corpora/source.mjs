import { CODE, markRegions } from './regions.mjs';

/** A valid file, ready to be broken: its text, its lines and what each character belongs to. */
export class Source {
  constructor(text, language) {
    this.text = text;
    this.language = language;
    this.marks = markRegions(text, language);
    this.eol = text.includes('\r\n') ? '\r\n' : '\n';
    this.lines = splitLines(text);
  }

  isCode(offset) {
    return this.marks[offset] === CODE;
  }

  /** Matches of a global pattern that begin in code. */
  matchesInCode(pattern) {
    return [...this.text.matchAll(pattern)].filter((match) => this.isCode(match.index));
  }

  /** Lines that hold something and begin in code. */
  codeLines(pattern = /\S/) {
    return this.lines.filter((line) => pattern.test(line.text) && this.isCode(line.start + line.text.search(/\S|$/)));
  }
}

function splitLines(text) {
  const lines = [];
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const next = newline < 0 ? text.length + 1 : newline + 1;
    const content = text.slice(start, newline < 0 ? text.length : newline).replace(/\r$/, '');
    lines.push({ index: lines.length, start, next: Math.min(next, text.length), text: content });
    start = next;
  }

  return lines;
}
