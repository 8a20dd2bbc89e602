import { existsSync } from 'node:fs';
import { editorMain, paths } from '../setup/paths.mjs';
import { openPage } from './browser.mjs';
import { EditorServer } from './editor-server.mjs';
import { EditorWindow } from './editor-window.mjs';
import { NO_BUILTIN_CHECKS, QUIET, trustSettings } from './settings.mjs';

/**
 * Opens a window of the editor with our extension.
 *
 * files: names and texts of the workspace; program: the server to use instead of the built one, or null to leave that
 * to the settings; env: for the extension and its server; trusted: whether the workspace is; builtinChecks: leave the
 * editor's own checks on.
 */
export async function openWindow({ files = {}, settings = {}, program = paths.program, env = {}, trusted = true, builtinChecks = false }) {
  if (!existsSync(editorMain)) {
    throw new Error('The editor is not installed: run "npm run setup" in this package');
  }
  if (program !== null && !existsSync(program)) {
    throw new Error(`The server is not built: there is no ${program}`);
  }
  const server = await EditorServer.start({
    files,
    settings: { ...QUIET, ...trustSettings(trusted), ...(builtinChecks ? {} : NO_BUILTIN_CHECKS), ...settings },
    extensions: [paths.client],
    env: { ...(program !== null && { ULTIMATE_COPILOT_SERVER_PATH: program }), ...env },
  });
  let browser;
  try {
    browser = await openPage();
    const window = new EditorWindow(server, browser);
    await window.open();
    return window;
  } catch (error) {
    await browser?.close();
    await server.stop();
    throw error;
  }
}
