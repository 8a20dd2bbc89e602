import { workspace } from 'vscode';
import type { Disposable } from 'vscode';
import type { ServerHost } from '../../infrastructure/server/server-host';
import { DID_CHANGE_TRUST } from './protocol';
import type { DidChangeTrustParams } from './protocol';

/** The part of the initialization options that a server starts to trust with. */
export function trustOption(): { readonly trusted: boolean } {
  return { trusted: workspace.isTrusted };
}

export function activateTrust(host: ServerHost): Disposable[] {
  return [
    workspace.onDidGrantWorkspaceTrust(() => {
      void host.notify(DID_CHANGE_TRUST, { trusted: true } satisfies DidChangeTrustParams);
    }),
  ];
}
