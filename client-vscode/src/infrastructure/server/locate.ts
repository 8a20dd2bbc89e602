import * as path from 'node:path';

/** Where to look for the server: what the user named is used or refused, never silently replaced. */
export interface ServerSources {
  readonly environment: string | undefined;
  readonly setting: string;
  readonly extensionPath: string;
  readonly platform: NodeJS.Platform;
}

export type Located =
  | { readonly found: true; readonly path: string }
  | { readonly found: false; readonly message: string };

export const SERVER_PATH_VARIABLE = 'ULTIMATE_COPILOT_SERVER_PATH';

export function locateServer(sources: ServerSources, isFile: (file: string) => boolean): Located {
  const named = [
    { origin: `environment variable ${SERVER_PATH_VARIABLE}`, file: sources.environment?.trim() ?? '' },
    { origin: 'setting ultimateCopilot.server.path', file: sources.setting.trim() },
  ].find(({ file }) => file !== '');
  if (named !== undefined) {
    return isFile(named.file)
      ? { found: true, path: named.file }
      : { found: false, message: `There is no server program at ${named.file}, which the ${named.origin} names.` };
  }
  const program = sources.platform === 'win32' ? 'ultimate-copilot.exe' : 'ultimate-copilot';
  const bundled = path.join(sources.extensionPath, 'server', program);
  const development = path.join(sources.extensionPath, '..', 'server', 'bin', program);
  const found = [bundled, development].find(isFile);
  return found !== undefined
    ? { found: true, path: found }
    : {
        found: false,
        message: `There is no server program at ${bundled}. Name one in the setting ultimateCopilot.server.path.`,
      };
}
