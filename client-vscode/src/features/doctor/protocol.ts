import { isRecord, isString } from '../../infrastructure/guards';

export const DOCTOR = 'ultimateCopilot.server.doctor';

/** What is found on this machine, what is missing, and what to do about it. */
export interface DoctorResult {
  readonly markdown: string;
}

export function isDoctorResult(value: unknown): value is DoctorResult {
  return isRecord(value) && isString(value['markdown']);
}
