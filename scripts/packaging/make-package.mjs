import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../environment.mjs';
import { artifacts, nativeLibraryName, repository } from '../paths.mjs';
import { runQuietly } from '../run.mjs';
import { StepFailure } from '../setup/step-failure.mjs';
import { inspectPackage } from './inspect.mjs';
import { runtimeOfTarget, UNIVERSAL } from './targets.mjs';

const client = join(repository, 'client-vscode');
const payload = join(client, 'server');
const licence = join(client, 'LICENSE');

/** Used where the client does not bring its own. */
const VSCE = '@vscode/vsce@3.6.2';

/** Makes the package for one target and gives its path. */
export async function makePackage(target) {
  const { name, version } = JSON.parse(readFileSync(join(client, 'package.json'), 'utf8'));
  const file = join(artifacts, 'packages', `${name}-${target}-${version}.vsix`);
  mkdirSync(join(artifacts, 'packages'), { recursive: true });
  rmSync(file, { force: true });
  rmSync(payload, { recursive: true, force: true });
  const ownLicence = existsSync(licence);
  try {
    if (target !== UNIVERSAL) {
      await publishServer(runtimeOfTarget(target), target);
    }
    if (!ownLicence) {
      copyFileSync(join(repository, 'LICENSE'), licence);
    }
    await execute(target, [...vsce(), 'package', ...(target === UNIVERSAL ? [] : ['--target', target]), '--no-dependencies',
      '--allow-missing-repository', '--out', file], { cwd: client });
  } finally {
    rmSync(payload, { recursive: true, force: true });
    if (!ownLicence) {
      rmSync(licence, { force: true });
    }
  }
  const problems = inspectPackage(file, target);
  if (problems.length > 0) {
    // Nobody should install it by mistake.
    rmSync(file);
    throw new StepFailure(`package for ${target}`, problems.join('\n'), 'Mend what puts these files there: client-vscode/.vscodeignore, or the publishing of the server.');
  }
  return file;
}

async function publishServer(runtime, target) {
  await execute(target, ['dotnet', 'publish', join(repository, 'server', 'UltimateCopilot'), '-c', 'Release', '-r', runtime, '--self-contained',
    '-p:DebugType=none', '-p:GenerateDocumentationFile=false', '-p:NoWarn=IDE0005%3BEnableGenerateDocumentationFile', '-o', payload, '--verbosity', 'minimal']);
  // The build brings along the library and the parsers of the machine it runs on.
  rmSync(join(payload, nativeLibraryName()), { force: true });
  rmSync(join(payload, 'toolchains'), { recursive: true, force: true });
  const library = nativeLibraryName(runtime);
  copyFileSync(join(artifacts, 'native', runtime, library), join(payload, library));
  cpSync(join(artifacts, 'toolchains', runtime), join(payload, 'toolchains'), { recursive: true });
}

function vsce() {
  const own = [join(client, 'node_modules'), join(repository, 'node_modules')].map((folder) => join(folder, '@vscode', 'vsce', 'vsce')).find(existsSync);
  return own === undefined ? npm('exec', '--yes', `--package=${VSCE}`, '--', 'vsce') : [process.execPath, own];
}

async function execute(target, command, options) {
  const { code, output } = await runQuietly(command, options);
  if (code !== 0) {
    throw new StepFailure(`package for ${target}`, output, 'Read the words above; running the same command again does no harm.');
  }
}
