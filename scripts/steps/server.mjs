import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { artifacts, repository, runtimeOf, serverFolder, serverProgram } from '../paths.mjs';
import { step } from '../setup/step.mjs';

const publish = join(artifacts, 'publish');

export const server = step({
  name: 'server',
  title: 'server',
  needs: [`native-${runtimeOf()}`, 'dotnet-packages'],
  inputs: ['server', 'grammars/languages.json', 'Directory.Build.props', 'Directory.Packages.props', 'global.json', '.editorconfig'],
  outputs: [serverProgram],
  tools: ['dotnet'],
  advice: 'Read the compiler\'s words above; on Windows, close the editors that run the server.',
  run: async (execute) => {
    const fresh = join(publish, 'new');
    rmSync(publish, { recursive: true, force: true });
    await execute(['dotnet', 'publish', join(repository, 'server', 'UltimateCopilot'), '-c', 'Release', '-o', fresh, '--verbosity', 'minimal']);
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
