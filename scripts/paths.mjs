import { join, resolve } from 'node:path';

export const repository = resolve(import.meta.dirname, '..');
export const artifacts = join(repository, 'artifacts');

const SYSTEMS = { linux: 'linux', darwin: 'osx', win32: 'win' };

/** .NET's name of a platform, such as linux-x64. */
export function runtimeOf(platform = process.platform, architecture = process.arch) {
  return `${SYSTEMS[platform] ?? platform}-${architecture}`;
}

/** The file name of a program on a platform that .NET calls `runtime`. */
export function programName(name, runtime = runtimeOf()) {
  return runtime.startsWith('win-') ? `${name}.exe` : name;
}

/** The file name of the compiled grammars. */
export function nativeLibraryName(runtime = runtimeOf()) {
  if (runtime.startsWith('win-')) {
    return 'ultimate-copilot-syntax.dll';
  }
  return `libultimate-copilot-syntax.${runtime.startsWith('osx-') ? 'dylib' : 'so'}`;
}

export const serverFolder = join(repository, 'server', 'bin');
export const serverProgram = join(serverFolder, programName('ultimate-copilot'));
