import { readFileSync } from 'node:fs';
import { nativeLibraryName, programName } from '../paths.mjs';
import { packagedTools } from '../steps/toolchain-packages.mjs';
import { runtimeOfTarget } from './targets.mjs';
import { zipEntries } from './zip-entries.mjs';

const MAXIMUM_BYTES = 200 * 1024 * 1024;
const ANY_EXECUTE = 0o111;

/** What belongs to the workshop, not into the hands of users; what other projects' parsers need is theirs. */
const SOURCES = /^(?!extension\/server\/toolchains\/).*(\.(ts|mts|cs|csproj|pdb|map|vsix)$|\/(node_modules|src|obj)\/)/;

/** What is wrong with a package, in sentences; none when it is fit to be given away. */
export function inspectPackage(file, target) {
  const archive = readFileSync(file);
  return inspectEntries(zipEntries(archive), archive.length, target);
}

export function inspectEntries(entries, length, target) {
  const names = new Map(entries.map((entry) => [entry.name, entry]));
  const problems = entries.filter(({ name }) => SOURCES.test(name)).map(({ name }) => `${name} does not belong into a package.`);
  for (const wanted of ['extension/package.json', 'extension/dist/extension.js', ...serverFiles(target)]) {
    if (!(names.get(wanted)?.size > 0)) {
      problems.push(`${wanted} is missing or empty.`);
    }
  }
  const runtime = runtimeOfTarget(target);
  if (runtime === undefined) {
    problems.push(...entries.filter(({ name }) => name.startsWith('extension/server/')).map(({ name }) => `${name} is in a package without a server.`));
  } else if (!runtime.startsWith('win-')) {
    problems.push(...programs(runtime).filter((name) => !((names.get(name)?.mode ?? 0) & ANY_EXECUTE)).map((name) => `${name} is not executable.`));
  }
  const foreign = ['linux-x64', 'osx-x64', 'win-x64'].map((one) => `extension/server/${nativeLibraryName(one)}`).filter((name) => names.has(name));
  if (runtime !== undefined && foreign.length > 1) {
    problems.push(`There are compiled grammars for several systems: ${foreign.join(', ')}.`);
  }
  if (length >= MAXIMUM_BYTES) {
    problems.push(`The package has ${Math.round(length / 1024 / 1024)} MB, more than the ${MAXIMUM_BYTES / 1024 / 1024} allowed.`);
  }
  return problems;
}

function programs(runtime) {
  return [programName('ultimate-copilot', runtime), ...packagedTools(runtime).filter((name) => !name.endsWith('.wasm'))].map((name) => `extension/server/${name}`);
}

function serverFiles(target) {
  const runtime = runtimeOfTarget(target);
  return runtime === undefined
    ? []
    : [programName('ultimate-copilot', runtime), nativeLibraryName(runtime), ...packagedTools(runtime)].map((name) => `extension/server/${name}`);
}
