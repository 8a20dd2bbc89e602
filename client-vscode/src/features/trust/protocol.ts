import { isRecord } from '../../infrastructure/guards';

export const DID_CHANGE_TRUST = 'ultimateCopilot/didChangeTrust';

/** Client to server: whether programs of the toolchain may be started. Trust is never taken back within a window. */
export type DidChangeTrustParams = Readonly<{ trusted: boolean }>;

export function isDidChangeTrustParams(value: unknown): value is DidChangeTrustParams {
  return isRecord(value) && typeof value['trusted'] === 'boolean';
}
