import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { artifacts, repository, runtimeOf, serverFolder, serverProgram } from '../paths.mjs';
import { say } from '../setup/report.mjs';
import { step } from '../setup/step.mjs';

const publish = join(artifacts, 'publish');

/** Compiles to machine code beforehand, which halves what is left to compile at each start. In a folder of its own: the tests build for no platform. */
const AHEAD_OF_TIME = ['-r', runtimeOf(), '--no-self-contained', '-p:PublishReadyToRun=true', `-p:ArtifactsPath=${join(artifacts, 'ahead-of-time')}`];

/** What NuGet and the SDK say where the compiler for that cannot be had. */
const NO_COMPILER = /NU110[123]|NETSDK1094|NETSDK1095/;

export const server = step({
  name: 'server',
  title: 'server',
  needs: [`native-${runtimeOf()}`, `toolchains-${runtimeOf()}`, 'dotnet-packages'],
  inputs: ['server', 'docs/errors.md', 'grammars/languages.json', 'grammars/queries', 'Directory.Build.props', 'Directory.Packages.props', 'global.json', '.editorconfig'],
  outputs: [serverProgram],
  tools: ['dotnet'],
  advice: 'Read the compiler\'s words above; on Windows, close the editors that run the server.',
  run: async (execute) => {
    const fresh = join(publish, 'new');
    rmSync(publish, { recursive: true, force: true });
    const build = ['dotnet', 'publish', join(repository, 'server', 'UltimateCopilot'), '-c', 'Release', '-o', fresh, '--verbosity', 'minimal'];
    try {
      await execute([...build, ...AHEAD_OF_TIME]);
    } catch (failure) {
      if (!NO_COMPILER.test(failure.output)) {
        throw failure;
      }
      say('  server: no ahead-of-time compiler in the package source, so it will start about 20 ms slower ...');
      await execute(build);
    }
    replaceFolder(fresh, serverFolder);
  },
});

/** By renaming, so that the folder holds one version whole; a server that runs goes on with the files it has open. */
function replaceFolder(from, to) {
  const old = join(publish, 'old');
  mkdirSync(publish, { recursive: true });
  if (existsSync(to)) {
    renameSync(to, old);
  }
  renameSync(from, to);
  rmSync(publish, { recursive: true, force: true });
}
