import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { artifacts } from '../paths.mjs';

const folder = join(artifacts, 'test-results');

/** A place for a suite's results, empty: what an earlier run left there must not count. */
export function resultFile(name) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  rmSync(file, { force: true });
  return file;
}

/** What a suite wrote, or undefined when it came to no result. */
export function readResults(file, parse) {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
