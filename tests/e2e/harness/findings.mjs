export const isOurs = ({ source }) => source === 'ultimate-copilot';

/** Whether one of our findings is on that line of that file. */
export function hasOurs(problems, file, line) {
  return problems.some((problem) => isOurs(problem) && problem.file === file && problem.line === line);
}
