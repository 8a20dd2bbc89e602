import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

/** Debian packages that the tests need, with the names their programs may have. */
const PACKAGES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
  ripgrep: ['rg'],
  neovim: ['nvim'],
};

/** The path of a program, or undefined. */
export function findProgram(packageName) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean).concat('/usr/bin');
  return PACKAGES[packageName].flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs what is missing, as root or with a sudo that does not ask. */
export function ensurePrograms() {
  const missing = Object.keys(PACKAGES).filter((name) => findProgram(name) === undefined);
  if (missing.length === 0) {
    return;
  }
  const apt = (...args) => {
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
    const [program, ...rest] = process.getuid() === 0 ? command : ['sudo', '-n', ...command];
    run(program, rest);
  };
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...missing);
}
