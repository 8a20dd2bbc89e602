/** What npm tells the scripts it runs, which would lead an npm of ours astray: to another folder, or into silence. */
const NPM_ONLY = /^npm_(package|lifecycle)_|^npm_config_(local_prefix|workspace|workspaces|loglevel|prefix|include_workspace_root)$/i;

/** The environment for the programs that we run. */
export function childEnvironment(extra = {}, base = process.env) {
  const kept = Object.entries(base).filter(([name]) => !NPM_ONLY.test(name));
  return {
    ...Object.fromEntries(kept),
    DOTNET_CLI_TELEMETRY_OPTOUT: '1',
    DOTNET_NOLOGO: '1',
    // Build servers would outlive us and keep our output pipe open.
    MSBUILDDISABLENODEREUSE: '1',
    ...extra,
  };
}

/** How npm is started: by the file that started us, because Windows cannot start `npm` without a shell. */
export function npm(...args) {
  const file = process.env.npm_execpath;
  return file !== undefined && /\.[cm]?js$/.test(file) ? [process.execPath, file, ...args] : ['npm', ...args];
}
