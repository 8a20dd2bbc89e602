import { join } from 'node:path';
import { repository } from '../paths.mjs';

/** The package that brings no server: it finds one by the setting, or next to its sources. */
export const UNIVERSAL = 'universal';

/** VS Code's names of the platforms that packages are made for, with .NET's. */
const RUNTIMES = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'osx-x64',
  'darwin-arm64': 'osx-arm64',
  'win32-x64': 'win-x64',
  'win32-arm64': 'win-arm64',
};

export const TARGETS = [...Object.keys(RUNTIMES), UNIVERSAL];

export function runtimeOfTarget(target) {
  return RUNTIMES[target];
}

/** The targets that this machine can build for: its own, Windows beside Linux, and the one without a server. */
export function defaultTargets(platform = process.platform, architecture = process.arch) {
  const own = `${platform}-${architecture}`;
  return [own, ...(own === 'linux-x64' ? ['win32-x64'] : []), UNIVERSAL];
}

/** How the grammars are compiled for a target here: CMake options and the tool that has to be there; undefined when they cannot be. */
export function nativeOptions(target, platform = process.platform, architecture = process.arch) {
  if (target === `${platform}-${architecture}`) {
    return { options: [], tools: [] };
  }
  if (target === 'win32-x64' && platform !== 'win32') {
    return { options: [`-DCMAKE_TOOLCHAIN_FILE=${join(repository, 'grammars', 'native', 'mingw-w64.cmake')}`], tools: ['mingw'] };
  }
  if (platform === 'darwin' && target.startsWith('darwin-')) {
    return { options: [`-DCMAKE_OSX_ARCHITECTURES=${target === 'darwin-x64' ? 'x86_64' : 'arm64'}`], tools: [] };
  }
  return undefined;
}
