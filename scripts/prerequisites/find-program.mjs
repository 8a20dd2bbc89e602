import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const SUFFIXES = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];

/** The path of the first program of these names that the search path holds, or undefined. */
export function findProgram(names, searchPath = process.env.PATH ?? '') {
  const folders = searchPath.split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.flatMap((folder) => SUFFIXES.map((suffix) => join(folder, name + suffix)))).find(isProgram);
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
