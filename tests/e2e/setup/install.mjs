// Makes this machine able to run the end-to-end tests. Running it again does nothing.
import { ensureEditor } from './editor.mjs';
import { paths } from './paths.mjs';
import { ensurePrograms } from './programs.mjs';

ensurePrograms();
ensureEditor(paths.cache);
