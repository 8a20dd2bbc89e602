import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../environment.mjs';
import { repository } from '../paths.mjs';
import { step } from '../setup/step.mjs';

const folder = join(repository, 'grammars');

export const grammarPackages = step({
  name: 'grammar-packages',
  title: 'grammar sources',
  inputs: ['grammars/package.json', 'grammars/package-lock.json', 'grammars/.npmrc'],
  outputs: [join(folder, 'node_modules', '.package-lock.json')],
  advice: 'Check that this machine reaches the npm registry (npm ping), then run the same command again.',
  run: (execute) => execute(npm(existsSync(join(folder, 'package-lock.json')) ? 'ci' : 'install'), { cwd: folder }),
});
