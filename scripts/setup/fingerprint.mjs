import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Folders that no step has as an input: they are outputs of one. */
const OUTPUTS = new Set(['node_modules', 'bin', 'obj', 'dist', 'artifacts', '.git']);

/** A hash of the contents of files and folders and of anything else that matters; what is absent counts as absent. */
export function fingerprint(root, inputs, facts = []) {
  const hash = createHash('sha256');
  hash.update(JSON.stringify(facts));
  for (const input of inputs) {
    for (const file of filesOf(join(root, input))) {
      hash.update(`\0${relative(root, file)}\0`);
      hash.update(contentOf(file));
    }
  }
  return hash.digest('hex');
}

function filesOf(path) {
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    return [path];
  }
  return entries
    .filter((entry) => !(entry.isDirectory() && OUTPUTS.has(entry.name)))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)]));
}

function contentOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return 'absent';
  }
}
