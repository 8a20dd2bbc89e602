import { existsSync } from 'node:fs';
import { editorMain, paths } from '../setup/paths.mjs';
import { openPage } from './browser.mjs';
import { EditorServer } from './editor-server.mjs';
import { EditorWindow } from './editor-window.mjs';
import { NO_BUILTIN_CHECKS, QUIET, trustSettings } from './settings.mjs';

/**
 * Opens a window of the editor with our extension.
 *
 * files: names and texts of the workspace; program: the server to use instead of the built one;
 * builtinChecks: leave the editor's own checks on; trusted: whether the workspace is.
 */
export async function openWindow({ files = {}, settings = {}, program = paths.program, trusted = true, builtinChecks = false }) {
  if (!existsSync(editorMain)) {
    throw new Error('The editor is not installed: run "npm run setup" in this package');
  }
  if (!existsSync(program)) {
    throw new Error(`The server is not built: there is no ${program}`);
  }
  const server = await EditorServer.start({
    files,
    settings: { ...QUIET, ...trustSettings(trusted), ...(builtinChecks ? {} : NO_BUILTIN_CHECKS), ...settings },
    extensions: [paths.client],
    env: { ULTIMATE_COPILOT_SERVER_PATH: program },
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
