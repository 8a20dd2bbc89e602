import type { CheckFileResult, CheckWorkspaceResult } from './protocol';

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

export function hasFindings({ errors, warnings }: CheckFileResult): boolean {
  return errors + warnings > 0;
}

function findings(result: CheckFileResult): string {
  return hasFindings(result)
    ? `${count(result.errors, 'error')}, ${count(result.warnings, 'warning')}`
    : 'no syntax mistakes';
}

export function describeFile(name: string, result: CheckFileResult): string {
  return `${name}: ${findings(result)}.`;
}

export function describeWorkspace(result: CheckWorkspaceResult): string {
  return `Checked ${count(result.files, 'file')} in ${(result.milliseconds / 1000).toFixed(1)} s: ${findings(result)}.`;
}
