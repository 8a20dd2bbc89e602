// Imported first by every script: the modules behind it use what older versions lack.
import { missing } from './sentences.mjs';
import { isAtLeast, NODE } from './versions.mjs';

if (!isAtLeast(process.version, NODE)) {
  process.stderr.write(`${missing('node')}\n`);
  process.exit(2);
}
