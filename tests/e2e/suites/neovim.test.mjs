import assert from 'node:assert/strict';
import { BROKEN, BROKEN_LINE } from '../fixtures/broken.mjs';
import { hasOurs, isOurs } from '../harness/findings.mjs';
import { testInWindow } from '../harness/in-window.mjs';
import { neovimFindings } from '../harness/neovim.mjs';
import { until } from '../harness/until.mjs';

const files = Object.keys(BROKEN);

/** A finding as one text, so that two lists can be compared whatever their order. */
const asText = ({ file, line, column, code, message }) => `${file}:${line}:${column} ${code} ${message}`;

testInWindow('Neovim is told the same as the other editor', { files: BROKEN }, async (window) => {
  const inNeovim = await neovimFindings(window.server.workspace, files);
  for (const file of files) {
    assert.ok(hasOurs(inNeovim, file, BROKEN_LINE[file]), `${file} in ${JSON.stringify(inNeovim)}`);
    await window.openFile(file);
  }
  const expected = inNeovim.map(asText).sort();
  let here;
  await until(
    async () => {
      here = (await window.problems()).filter(isOurs).map(asText).sort();
      return here.join('\n') === expected.join('\n');
    },
    () => `the findings of Neovim:\n${expected.join('\n')}\nlisted are:\n${here.join('\n')}`,
  );
});
