import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Remembers for which inputs a step was done. A stamp goes before the step begins and comes back after its end, so that no
 *  interrupted step is ever believed. */
export class Stamps {
  constructor(folder) {
    this.folder = folder;
  }

  isCurrent(name, hash, outputs) {
    return this.#read(name) === hash && outputs.every((output) => existsSync(output));
  }

  remove(name) {
    rmSync(join(this.folder, name), { force: true });
  }

  /** Stamps a step whose outputs are all there. */
  tryWrite(name, hash, outputs) {
    if (!outputs.every((output) => existsSync(output))) {
      return false;
    }
    mkdirSync(this.folder, { recursive: true });
    const file = join(this.folder, name);
    writeFileSync(`${file}.new`, hash);
    renameSync(`${file}.new`, file);
    return true;
  }

  #read(name) {
    try {
      return readFileSync(join(this.folder, name), 'utf8');
    } catch {
      return undefined;
    }
  }
}
