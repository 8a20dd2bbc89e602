// JavaScript by V8. A request is "<goals>\n<source>"; goals are of s (script), m (module) and f (body of a CommonJS function).
// The source is compiled and never run; it is fine when one of the goals takes it.
'use strict';
const vm = require('node:vm');
const { decorateErrorStack = () => {} } = internals();

const LINE_END = 1 << 30;
const LONGEST_UNDERLINE = 1000; // Node.js cuts it at 1020

const GOALS = {
  s: (source) => new vm.Script(source, { filename: 'source' }),
  m: (source) => new vm.SourceTextModule(source, { identifier: 'source' }),
  f: (source) => vm.compileFunction(source, ['exports', 'require', 'module', '__filename', '__dirname'], { filename: 'source' }),
};

// Older ones take valid code of today for wrong.
const OLDEST = 20;

serve((request) => {
  if (parseInt(process.versions.node, 10) < OLDEST) {
    return undefined;
  }
  const head = request.indexOf('\n');
  const source = request.slice(head + 1);
  let furthest;
  for (const goal of request.slice(0, head)) {
    const mistake = mistakeOf(GOALS[goal], source);
    if (mistake === undefined) {
      return [];
    }
    // What the others stumble over earlier is no mistake under the goal that was meant, such as 'import' in a script.
    if (furthest === undefined || mistake.line > furthest.line || (mistake.line === furthest.line && mistake.endColumn > furthest.endColumn)) {
      furthest = mistake;
    }
  }
  if (isNewerExpression(furthest.message)) {
    return undefined;
  }
  return [furthest.line === 0 ? { ...furthest, line: 1, column: 1 } : furthest];
}, () => (parseInt(process.versions.node, 10) < OLDEST ? {} : { version: process.version.slice(1) }));

function mistakeOf(compile, source) {
  try {
    compile(source);
    return undefined;
  } catch (error) {
    if (error.name !== 'SyntaxError') {
      throw error;
    }
    const { message } = error;
    if (!error.stack.startsWith('source:')) {
      decorateErrorStack(error); // the class for modules leaves that to its callers
    }
    return { message, ...placeOf(error.stack) };
  }
}

// The stack begins with "source:<line>", that line, and carets below the mistake: none where it lies between two characters, and none
// either where it lies too far along the line.
function placeOf(stack) {
  const line = Number(/^source:(\d+)\n/.exec(stack)?.[1] ?? 0); // 0: V8 does not tell, which is rare
  const [, before, carets] = /^([ \t]*)(\^*)$/.exec(stack.split('\n', 3)[2] ?? '') ?? [undefined, '', ''];
  return carets === '' && before.length >= LONGEST_UNDERLINE
    ? { line, column: 1, endLine: line, endColumn: LINE_END }
    : { line, column: before.length + 1, endLine: line, endColumn: before.length + 1 + carets.length };
}

// A regular expression that is wrong only for a V8 before its time: modifiers such as (?i:a), or one name in several alternatives.
function isNewerExpression(message) {
  const [, pattern, flags] = /^Invalid regular expression: \/(.*)\/([a-z]*): (?:Invalid group|Duplicate capture group name)$/s.exec(message) ?? [];
  if (pattern === undefined || (isExpression('(?i:a)') && isExpression('(?<a>a)|(?<a>b)'))) {
    return false;
  }
  let count = 0;
  const older = pattern
    .replace(/\(\?([ims]*)(?:-([ims]*))?:/g, (start, on, off = '') => (new Set(on + off).size === (on + off).length ? '(?:' : start))
    .replace(/\(\?<(?![=!])/g, (start) => (pattern.includes('|') ? `${start}a${count++}` : start));
  return isExpression(older.replace(/\\k<.*?>/g, ''), flags);
}

function isExpression(pattern, flags) {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}

function internals() {
  try {
    return require('internal/util');
  } catch {
    return {};
  }
}
