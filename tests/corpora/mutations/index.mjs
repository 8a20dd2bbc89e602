import { characterMutations } from './characters.mjs';
import { lineMutations } from './lines.mjs';
import { residueMutations } from './residue.mjs';
import { wordMutations } from './words.mjs';

/**
 * All kinds of mutation by name. Each takes a source, a random source and the language's name and gives back the edit
 * `{ at, remove, insert }`, or nothing where the file has no place for it; `certain` says that the edit is of a form
 * that no language construct has, for languages without a toolchain to ask.
 */
export const MUTATIONS = { ...characterMutations, ...wordMutations, ...lineMutations, ...residueMutations };

/** The text after an edit, and the line on which the edit begins, counted from 1. */
export function applyEdit(text, { at, remove, insert }) {
  const result = text.slice(0, at) + insert + text.slice(at + remove);
  const line = result.slice(0, Math.min(at, result.length)).split('\n').length;
  return { text: result, line };
}
