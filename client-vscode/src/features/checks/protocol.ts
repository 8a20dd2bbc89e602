import { isCount, isRecord } from '../../infrastructure/guards';

export const CHECK_FILE = 'ultimateCopilot.server.checkFile';
export const CHECK_WORKSPACE = 'ultimateCopilot.server.checkWorkspace';

export interface CheckFileResult {
  readonly errors: number;
  readonly warnings: number;
}

/** The findings themselves come as diagnostics. */
export interface CheckWorkspaceResult extends CheckFileResult {
  readonly files: number;
  readonly milliseconds: number;
}

export function isCheckFileResult(value: unknown): value is CheckFileResult {
  return isRecord(value) && isCount(value['errors']) && isCount(value['warnings']);
}

export function isCheckWorkspaceResult(value: unknown): value is CheckWorkspaceResult {
  return (
    isRecord(value) &&
    isCheckFileResult(value) &&
    isCount(value['files']) &&
    typeof value['milliseconds'] === 'number'
  );
}
