// Files of a wanted length: valid sample code over and over, each copy in a frame that keeps the whole valid.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const valid = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'UltimateCopilot.Languages.Tests', 'TestData', 'valid');
export const extensions = { csharp: '.cs', javascript: '.js', typescript: '.ts', typescriptreact: '.tsx', python: '.py', json: '.json', yaml: '.yaml', xml: '.xml' };

/** A valid text of about `lines` lines. */
export function sample(language, lines) {
  const unit = readFileSync(join(valid, `${language}.txt`), 'utf8').trimEnd();
  const copies = Math.max(1, Math.round(lines / unit.split('\n').length));
  return assemble(language, unit, copies);
}

function assemble(language, unit, copies) {
  const repeated = (change) => Array.from({ length: copies }, (_, i) => change(unit, i)).join('\n');
  switch (language) {
    case 'json': return `[\n${Array.from({ length: copies }, () => unit).join(',\n')}\n]\n`;
    case 'xml': return `<all>\n${repeated((text) => text.replace(/^<\?xml.*\?>\n/, ''))}\n</all>\n`;
    case 'yaml': return `${repeated((text, i) => `part${i}:\n${text.replaceAll(/^/gm, '  ')}`)}\n`;
    case 'csharp': return `${repeated((text, i) => text.replace(/^using System;\n\nnamespace Shop;\n/, '').replace('class Basket', `class Basket${i}`))}\n`;
    // In blocks of their own: the same name is not declared twice.
    case 'javascript': case 'javascriptreact': case 'typescript': case 'typescriptreact':
      return `${repeated((text, i) => `{\n${text.replaceAll(/^import .*\n/gm, '').replaceAll(/export (default )?/g, `/* ${i} */ `)}\n}`)}\n`;
    default: return `${repeated((text) => text)}\n`;
  }
}
