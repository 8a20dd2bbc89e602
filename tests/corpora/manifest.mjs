import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { hash32 } from './random.mjs';

/** Reads JSON Lines; an absent file has no lines. */
export function readLines(file) {
  if (!existsSync(file)) {
    return [];
  }

  return readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
}

/** Whether a case is measured only and never looked at; decided by its id alone, so it never changes sides. */
export const isHeldOut = (id) => hash32(id) % 2 === 1;

/**
 * Puts the cases of one language into a manifest in place of those it had, and writes the two halves beside it:
 * `x-dev.jsonl` for the eyes of developers and `x-held.jsonl` that is only measured.
 */
export function replaceLanguage(file, language, cases) {
  const others = readLines(file).filter((one) => one.language !== language);
  const all = [...others, ...cases].sort((a, b) => compare(a.language, b.language) || compare(a.id, b.id));
  const stem = join(dirname(file), basename(file, '.jsonl'));
  write(file, all);
  write(`${stem}-dev.jsonl`, all.filter((one) => !isHeldOut(one.id)));
  write(`${stem}-held.jsonl`, all.filter((one) => isHeldOut(one.id)));
}

/** All files below a folder, in an order that is the same on every machine. */
export const listFiles = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .sort();

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const write = (file, cases) => writeFileSync(file, cases.map((one) => `${JSON.stringify(one)}\n`).join(''));
