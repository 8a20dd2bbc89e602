import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BROKEN, BROKEN_LINE } from '../fixtures/broken.mjs';
import { hasOurs } from '../harness/findings.mjs';
import { testInWindow } from '../harness/in-window.mjs';
import { paths } from '../setup/paths.mjs';

const options = {
  files: BROKEN,
  settings: { 'workbench.layoutControl.enabled': false, 'editor.fontSize': 15 },
};

// The picture in the documentation is drawn anew only on request, because no two runs give the same bytes.
if (process.env.E2E_UPDATE_SCREENSHOT === '1') {
  testInWindow('the picture of the Problems panel', options, async (window) => {
    for (const [file, line] of Object.entries(BROKEN_LINE)) {
      await window.openFile(file);
      await window.waitForProblems((all) => hasOurs(all, file, line), `${file} has one of ours on line ${line}`);
    }
    await window.run('View: Toggle Primary Side Bar Visibility');
    await window.goTo(3, 1);
    mkdirSync(paths.images, { recursive: true });
    await window.screenshot(join(paths.images, 'problems.png'));
  });
}
