import { workspace } from 'vscode';
import type { ConfigurationChangeEvent, ConfigurationScope } from 'vscode';
import { PREFIX } from './identity';

export type StatusBarShow = 'always' | 'relevant' | 'never';
export type SyntaxShow = Readonly<Partial<Record<string, string>>>;

// Defaults are stated in the manifest; those given here only serve a value that has been removed from it.
function read<T>(key: string, fallback: T, scope?: ConfigurationScope): T {
  return workspace.getConfiguration(PREFIX, scope).get<T>(key, fallback);
}

export const settings = {
  serverPath: () => read('server.path', ''),
  serverExtraEnv: () => read<Readonly<Record<string, string>>>('server.extraEnv', {}),
  traceServer: () => read('trace.server', 'off'),
  statusBarShow: () => read<StatusBarShow>('statusBar.show', 'always'),
  syntaxShow: (scope: ConfigurationScope) => read<SyntaxShow>('syntax.show', {}, scope),
};

export function affects(event: ConfigurationChangeEvent, ...keys: readonly string[]): boolean {
  return keys.some((key) => event.affectsConfiguration(`${PREFIX}.${key}`));
}
