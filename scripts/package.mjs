// npm run package [-- TARGET...]: makes packages for VS Code in artifacts/packages.
import './prerequisites/require-node.mjs';
import { relative } from 'node:path';
import { makePackage } from './packaging/make-package.mjs';
import { defaultTargets, nativeOptions, runtimeOfTarget, TARGETS, UNIVERSAL } from './packaging/targets.mjs';
import { artifacts, repository, runtimeOf } from './paths.mjs';
import { endChildrenWithUs, runningProcesses } from './run.mjs';
import { withLock } from './setup/lock.mjs';
import { say, tail } from './setup/report.mjs';
import { setup } from './setup/setup.mjs';
import { StepFailure } from './setup/step-failure.mjs';
import { allSteps } from './steps/all.mjs';
import { nativeLibrary } from './steps/native-library.mjs';
import { toolchainPackages } from './steps/toolchain-packages.mjs';

const WRONG_USE = 2;

endChildrenWithUs();
process.exitCode = await main(process.argv.length > 2 ? process.argv.slice(2) : defaultTargets());

async function main(targets) {
  const impossible = targets.find((target) => !TARGETS.includes(target) || (target !== UNIVERSAL && nativeOptions(target) === undefined));
  if (impossible !== undefined) {
    say(`No package for ${impossible} can be made here; the targets are ${TARGETS.join(', ')}, and each system makes those of its own.`);
    return WRONG_USE;
  }
  return await setup([...allSteps, ...targets.flatMap(foreignParts)]) || await makeAll(targets);
}

/** The compiled grammars and the parsers of another platform; those of this one are among the usual steps. */
function foreignParts(target) {
  const runtime = runtimeOfTarget(target);
  if (runtime === undefined || runtime === runtimeOf()) {
    return [];
  }
  const { options, tools } = nativeOptions(target);
  const step = nativeLibrary(runtime, options);
  return [{ ...step, tools: [...step.tools, ...tools] }, toolchainPackages(runtime)];
}

/** One at a time, because all go through the same folder of the client. */
async function makeAll(targets) {
  return await withLock(`${artifacts}/package.lock`, { children: runningProcesses }, async () => {
    for (const target of targets) {
      say(`Packaging for ${target} ...`);
      try {
        process.stdout.write(`${relative(repository, await makePackage(target))}\n`);
      } catch (error) {
        if (!(error instanceof StepFailure)) {
          throw error;
        }
        say(`${tail(error.output)}\n\nThe ${error.title} failed. ${error.advice}`);
        return 1;
      }
    }
    return 0;
  });
}
