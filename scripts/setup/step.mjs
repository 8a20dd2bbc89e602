import { repository } from '../paths.mjs';
import { runQuietly } from '../run.mjs';
import { fingerprint } from './fingerprint.mjs';
import { StepFailure } from './step-failure.mjs';

/**
 * Describes a step of the setup.
 * name: of the stamp; title: for people; needs: names of earlier steps; inputs: files and folders within the repository;
 * facts: what else the result depends on; outputs: files that must be there; tools: prerequisites; advice: what to do when it fails;
 * run: the work, given a function that runs a program and fails with its output.
 */
export function step({ name, title, needs = [], inputs, facts = [], outputs, tools = [], advice, run }) {
  const execute = async (command, options) => {
    const { code, output } = await runQuietly(command, options);
    if (code !== 0) {
      throw new StepFailure(title, output, advice);
    }
    return output;
  };
  return {
    name, title, needs, outputs, tools, advice,
    fingerprint: () => fingerprint(repository, inputs, facts),
    run: () => run(execute),
  };
}
