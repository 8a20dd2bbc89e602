import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import { artifacts, repository } from '../paths.mjs';
import { step } from '../setup/step.mjs';

/** Every project with its lock file, and what all projects share. */
function inputs() {
  const projects = ['server', 'tests'].flatMap((group) => readdirSync(join(repository, group))
    .filter((name) => name.startsWith('UltimateCopilot'))
    .flatMap((name) => [`${group}/${name}/${name}.csproj`, `${group}/${name}/packages.lock.json`]));
  return ['Directory.Build.props', 'Directory.Packages.props', 'global.json', 'server/Directory.Build.props', 'tests/Directory.Build.props', ...projects];
}

/** Apart from the build, so that packages arrive while the grammars compile. */
export const dotnetPackages = step({
  name: 'dotnet-packages',
  title: '.NET packages',
  inputs: inputs(),
  outputs: [join(artifacts, 'obj', 'UltimateCopilot', 'project.assets.json')],
  tools: ['dotnet'],
  advice: 'Check that this machine reaches the NuGet package source (dotnet nuget list source), then run the same command again.',
  run: (execute) => execute(['dotnet', 'restore', 'UltimateCopilot.sln', '--verbosity', 'minimal']),
});
