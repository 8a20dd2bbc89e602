import { join, resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../../..');

export const paths = {
  repository,
  client: join(repository, 'client-vscode'),
  program: process.env.UC_E2E_PROGRAM ?? join(repository, 'server', 'bin', 'ultimate-copilot'),
  /** Where the editor is kept between runs; can be moved for a cache that several checkouts share. */
  cache: resolve(process.env.UC_E2E_CACHE ?? join(repository, 'artifacts', 'e2e-vscode')),
  failures: join(repository, 'artifacts', 'e2e-failures'),
  images: join(repository, 'docs', 'images'),
};

/** Entry point of the editor's server in the cache. */
export const editorMain = join(paths.cache, 'vscode', 'out', 'server-main.js');
