import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { artifacts, nativeLibraryName, repository, runtimeOf } from '../paths.mjs';
import { findProgram } from '../prerequisites/find-program.mjs';
import { step } from '../setup/step.mjs';
import { StepFailure } from '../setup/step-failure.mjs';

const SOURCE = join(repository, 'grammars');

/** The step that compiles the grammars for a platform, with CMake options for one that is not this machine's. */
export function nativeLibrary(runtime = runtimeOf(), options = []) {
  const target = join(artifacts, 'native', runtime, nativeLibraryName(runtime));
  const build = join(artifacts, 'native-build', runtime);
  const title = `compiled grammars for ${runtime}`;
  const advice = `Read the compiler's words above; removing ${build} makes the next run start afresh.`;
  return step({
    name: `native-${runtime}`,
    title,
    needs: ['grammar-packages'],
    inputs: ['grammars/CMakeLists.txt', 'grammars/languages.json', 'grammars/native', 'grammars/package-lock.json'],
    facts: options,
    outputs: [target],
    tools: ['cmake', 'compiler'],
    advice,
    run: async (execute) => {
      removeForeignBuild(build);
      await execute(['cmake', '-S', SOURCE, '-B', build, '-DCMAKE_BUILD_TYPE=Release', ...generator(), ...options]);
      await execute(['cmake', '--build', build, '--config', 'Release', '--parallel', String(cpus().length)]);
      const built = [join(build, nativeLibraryName(runtime)), join(build, 'Release', nativeLibraryName(runtime))].find(existsSync);
      if (built === undefined) {
        throw new StepFailure(title, `CMake left no ${nativeLibraryName(runtime)} in ${build}`, advice);
      }
      replaceFile(built, target);
    },
  });
}

/** CMake's own choice, unless that needs the one build tool that is missing. */
function generator() {
  return process.platform !== 'win32' && findProgram(['make', 'gmake']) === undefined ? ['-G', 'Ninja'] : [];
}

/** CMake refuses a build folder that was made for another copy of the sources. */
function removeForeignBuild(build) {
  const cache = join(build, 'CMakeCache.txt');
  if (existsSync(cache) && !readFileSync(cache, 'utf8').split(/\r?\n/).includes(`CMAKE_HOME_DIRECTORY:INTERNAL=${SOURCE.replaceAll('\\', '/')}`)) {
    rmSync(build, { recursive: true, force: true });
  }
}

/** By renaming: a server that runs keeps its library, and nobody ever loads half of one. */
function replaceFile(from, to) {
  mkdirSync(join(to, '..'), { recursive: true });
  // Next to the folder, not in it: all that lies in the folder is shipped.
  const draft = join(artifacts, 'native', `${process.pid}.new`);
  copyFileSync(from, draft);
  renameSync(draft, to);
}
