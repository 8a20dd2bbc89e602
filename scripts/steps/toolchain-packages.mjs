import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { npm } from '../environment.mjs';
import { artifacts, programName, repository, runtimeOf } from '../paths.mjs';
import { step } from '../setup/step.mjs';

const SOURCE = join(repository, 'toolchains');
const PINS = ['package.json', 'package-lock.json', '.npmrc'];

/** npm's names of the systems that .NET calls otherwise. */
const SYSTEMS = { osx: 'darwin', win: 'win32' };

/** The step that fetches the parsers that lie beside the server on a platform: what their own packages have for it, and no more. */
export function toolchainPackages(runtime = runtimeOf()) {
  const target = join(artifacts, 'toolchains', runtime);
  const work = join(artifacts, 'toolchain-packages', runtime);
  return step({
    name: `toolchains-${runtime}`,
    title: `parsers of other projects for ${runtime}`,
    inputs: PINS.map((name) => `toolchains/${name}`),
    outputs: packagedTools(runtime).map((name) => join(target, relative('toolchains', name))),
    advice: 'Check that this machine reaches the npm registry (npm ping), then run the same command again.',
    run: async (execute) => {
      const [system, architecture] = runtime.split('-');
      rmSync(work, { recursive: true, force: true });
      PINS.forEach((name) => cpSync(join(SOURCE, name), join(work, name)));
      await execute(npm('ci', `--os=${SYSTEMS[system] ?? system}`, `--cpu=${architecture}`), { cwd: work });
      const draft = join(work, 'chosen');
      for (const [name, from] of Object.entries(chosenFiles(runtime, `${SYSTEMS[system] ?? system}-${architecture}`))) {
        mkdirSync(dirname(join(draft, name)), { recursive: true });
        cpSync(join(work, 'node_modules', from), join(draft, name));
      }
      rmSync(target, { recursive: true, force: true });
      mkdirSync(dirname(target), { recursive: true });
      renameSync(draft, target);
      rmSync(work, { recursive: true, force: true });
    },
  });
}

/** What has to lie beside the server for it to use them. */
export function packagedTools(runtime = runtimeOf()) {
  return [`toolchains/typescript/${programName('tsc', runtime)}`, 'toolchains/libpg-query/libpg-query.wasm'];
}

function chosenFiles(runtime, platform) {
  const compiler = `@typescript/typescript-${platform}`;
  const tsc = programName('tsc', runtime);
  return {
    [`typescript/${tsc}`]: `${compiler}/lib/${tsc}`,
    // The compiler starts only where this lies beside it.
    'typescript/lib.d.ts': `${compiler}/lib/lib.d.ts`,
    'typescript/LICENSE': `${compiler}/LICENSE`,
    'typescript/NOTICE.txt': `${compiler}/NOTICE.txt`,
    'libpg-query/package.json': 'libpg-query/package.json',
    'libpg-query/LICENSE': 'libpg-query/LICENSE',
    'libpg-query/libpg-query.js': 'libpg-query/wasm/libpg-query.js',
    'libpg-query/libpg-query.wasm': 'libpg-query/wasm/libpg-query.wasm',
  };
}
