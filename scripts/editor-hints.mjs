import { join } from 'node:path';
import { repository, serverProgram } from './paths.mjs';

/** How to see the same in an editor. */
export function editorHints() {
  const client = join(repository, 'client-vscode');
  return `
See it in an editor:
  VS Code, from these sources:  code --extensionDevelopmentPath="${client}" "${join(repository, 'samples')}"
  VS Code, for good:            npm run package, then code --install-extension with the file it names
  Neovim, in init.lua:
    vim.api.nvim_create_autocmd('FileType', { callback = function()
      vim.lsp.start({ name = 'ultimate-copilot', cmd = { [[${serverProgram}]], 'lsp' }, root_dir = vim.fn.getcwd() })
    end })`;
}
