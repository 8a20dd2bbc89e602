import { existsSync } from 'node:fs';
import { runQuietly } from '../run.mjs';
import { findProgram } from './find-program.mjs';
import { missing } from './sentences.mjs';
import { CMAKE, cmakeVersion, hasSdk, isAtLeast } from './versions.mjs';

const VISUAL_STUDIO = 'C:\\Program Files (x86)\\Microsoft Visual Studio\\Installer\\vswhere.exe';

/** Each tests one tool and says whether it will do. */
const TESTS = {
  dotnet: async () => hasSdk(await outputOf(['dotnet', '--list-sdks'])),
  cmake: async () => isAtLeast(cmakeVersion(await outputOf(['cmake', '--version'])), CMAKE),
  compiler: async () => hasCompiler(),
  mingw: async () => findProgram(['x86_64-w64-mingw32-gcc']) !== undefined,
};

/** One sentence for each of the tools that is missing or too old; none when all is well. */
export async function missingTools(tools) {
  const wanted = [...new Set(tools)];
  const verdicts = await Promise.all(wanted.map((tool) => TESTS[tool]()));
  return wanted.filter((_, i) => !verdicts[i]).map((tool) => missing(tool));
}

async function outputOf([program, ...args]) {
  return findProgram([program]) === undefined ? '' : (await runQuietly([program, ...args])).output;
}

function hasCompiler() {
  if (process.platform === 'win32') {
    // CMake finds a Visual Studio that is not on the search path.
    return existsSync(VISUAL_STUDIO) || findProgram(['cl', 'gcc', 'clang']) !== undefined;
  }
  const builders = ['make', 'gmake', 'ninja'];
  return findProgram(['cc', 'gcc', 'clang', ...(process.env.CC?.split(' ').slice(0, 1) ?? [])]) !== undefined && findProgram(builders) !== undefined;
}
