import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

export const program = join(repository, 'server', 'bin', `ultimate-copilot${process.platform === 'win32' ? '.exe' : ''}`);
export const ours = { name: 'ultimate-copilot', command: program, args: ['lsp'] };
