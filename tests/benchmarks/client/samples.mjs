// Files of a wanted length: valid sample code over and over, in a frame that keeps the whole valid.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const valid = join(root, 'tests', 'UltimateCopilot.Languages.Tests', 'TestData', 'valid');
const { languages } = JSON.parse(readFileSync(join(root, 'grammars', 'languages.json'), 'utf8'));

/** A file ending of each language. */
export const extensions = Object.fromEntries(languages.map(({ id, extensions }) => [id, extensions[0]]));

// In blocks of their own: the same name is not declared twice.
const ecmaScript = { each: (text, i) => `{\n${text.replaceAll(/^import .*\n/gm, '').replaceAll(/export (default )?/g, `/* ${i} */ `)}\n}` };
const json = { before: '[', between: ',', after: ']' };

/** What stands once before all copies (`head` takes it out of each), between them and after them, and what becomes of each. */
const frames = {
  json,
  jsonc: json,
  javascript: ecmaScript,
  javascriptreact: ecmaScript,
  typescript: ecmaScript,
  typescriptreact: ecmaScript,
  xml: { head: /^<\?xml.*\?>\n/, before: '<all>', after: '</all>' },
  html: { head: /^[\s\S]*<body.*>\n/, each: (text) => text.replace(/<\/body>[\s\S]*/, ''), after: '</body>\n</html>' },
  markdown: { head: /^---\n[\s\S]*?\n---\n/ },
  css: { head: /^@charset[\s\S]*?\n\n/ },
  scss: { head: /^@use[\s\S]*?\n\n/ },
  yaml: { each: (text, i) => `part${i}:\n${text.replaceAll(/^/gm, '  ')}` },
  toml: { head: /^[\s\S]*?(?=^\[)/m, each: (text, i) => text.replaceAll(/^\[\[?/gm, `$&part${i}.`) },
  csharp: { head: /^using[\s\S]*?^namespace.*\n/m, each: (text, i) => text.replace('class Basket', `class Basket${i}`) },
  java: { head: /^package[\s\S]*?(?=^\/\*\*)/m },
  kotlin: { head: /^@file[\s\S]*?(?=^\/\*\*)/m },
  go: { head: /^[\s\S]*?^import \([\s\S]*?^\)\n/m },
  rust: { head: /^\/\/![\s\S]*?\n\n/ },
  php: { head: /^<\?php[\s\S]*?(?=^\/\*\*)/m, each: (text, i) => text.replaceAll(/\bdone\b/g, `$&${i}`), between: '<?php' },
  ruby: { each: (text) => text.replace(/^__END__[\s\S]*/m, '') },
  lua: { head: /^#!.*\n/, each: (text) => `do\n${text}\nend` },
  dockerfile: { each: (text, i) => text.replaceAll(/AS build|--from=build/g, `$&${i}`) },
};

/** A valid text of about `lines` lines. */
export function sample(language, lines) {
  const text = readFileSync(join(valid, `${language}.txt`), 'utf8').trimEnd();
  const { head, each = (copy) => copy, before = '', between = '', after = '' } = frames[language] ?? {};
  const once = head?.exec(text)?.[0] ?? '';
  const unit = text.slice(once.length);
  const copies = Array.from({ length: Math.max(1, Math.round(lines / unit.split('\n').length)) }, (_, i) => each(unit, i));
  return `${[once + before, copies.join(`\n${between}\n`), after].filter(Boolean).join('\n')}\n`;
}
