import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { paths } from '../setup/paths.mjs';
import { findProgram } from '../setup/programs.mjs';
import { limits } from './until.mjs';

const SCRIPT = join(import.meta.dirname, '../fixtures/neovim.lua');

/** What Neovim is told about some files of a folder. */
export async function neovimFindings(folder, files) {
  const env = { ...process.env, UC_PROGRAM: paths.program, UC_FILES: files.join('\n'), UC_LIMIT: String(limits.step) };
  const { stdout, stderr } = await promisify(execFile)(
    findProgram('neovim'),
    ['--headless', '--clean', '-n', '-c', `luafile ${SCRIPT}`, '-c', 'cquit'],
    { cwd: folder, env, timeout: limits.start },
  );
  try {
    return stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  } catch {
    throw new Error(`Neovim said: ${stdout}${stderr}`);
  }
}
