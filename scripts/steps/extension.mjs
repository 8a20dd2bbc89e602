import { join } from 'node:path';
import { npm } from '../environment.mjs';
import { repository } from '../paths.mjs';
import { step } from '../setup/step.mjs';

export const extension = step({
  name: 'extension',
  title: 'extension for VS Code',
  needs: ['root-packages'],
  inputs: ['client-vscode/src', 'client-vscode/package.json', 'client-vscode/esbuild.mjs', 'client-vscode/tsconfig.json', 'package-lock.json'],
  outputs: [join(repository, 'client-vscode', 'dist', 'extension.js')],
  advice: 'Read the words of esbuild above: a source file of client-vscode does not compile.',
  run: (execute) => execute(npm('run', 'build', '-w', 'client-vscode')),
});
