import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../environment.mjs';
import { repository } from '../paths.mjs';
import { step } from '../setup/step.mjs';

export const rootPackages = step({
  name: 'root-packages',
  title: 'npm packages of the extension and the tests',
  inputs: ['package.json', 'package-lock.json', '.npmrc', 'client-vscode/package.json', 'tests/e2e/package.json', 'tests/benchmarks/package.json'],
  facts: [process.platform, process.arch, process.versions.modules],
  outputs: [join(repository, 'node_modules', '.package-lock.json')],
  advice: 'Check that this machine reaches the npm registry (npm ping), then run the same command again.',
  run: (execute) => execute(npm(existsSync(join(repository, 'package-lock.json')) ? 'ci' : 'install')),
});
