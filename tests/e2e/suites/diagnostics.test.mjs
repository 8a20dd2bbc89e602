import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BROKEN, BROKEN_IN_ALL, BROKEN_LINE, LINE_IN_ALL } from '../fixtures/broken.mjs';
import { hasOurs, isOurs } from '../harness/findings.mjs';
import { testInWindow } from '../harness/in-window.mjs';
import { paths } from '../setup/paths.mjs';

testInWindow('a mistake shows as it is typed and goes when it is mended', { files: { 'a.json': '{"a": 1}\n' } }, async (window) => {
  await window.openFile('a.json');
  await window.waitForStatus(/^Ultimate Copilot$/);
  await window.goTo(1, 8);
  await window.type(',, ');
  await window.waitForProblems((all) => hasOurs(all, 'a.json', 1), 'line 1 has one of ours');
  await window.goTo(1, 11);
  for (let times = 0; times < 3; times++) {
    await window.press('Backspace');
  }
  await window.waitForProblems((all) => all.length === 0, 'there are none');
});

const settings = { 'workbench.layoutControl.enabled': false, 'editor.fontSize': 15 };

// The next file takes the place of the one before, and its findings go with it: the list stays short enough to be seen whole.
const oneAtATime = {
  'workbench.editor.enablePreview': true,
  'workbench.editor.enablePreviewFromQuickOpen': true,
  'ultimateCopilot.syntax.show': { '*': 'always' },
};

testInWindow('every language has its mistakes listed', { files: BROKEN_IN_ALL, settings: oneAtATime }, async (window) => {
  for (const [file, line] of Object.entries(LINE_IN_ALL)) {
    await window.openFile(file);
    await window.waitForProblems((all) => hasOurs(all, file, line), `${file} has one of ours on line ${line}`);
  }
});

testInWindow('a finding has a code, and nothing pops up', { files: BROKEN, settings }, async (window) => {
  for (const [file, line] of Object.entries(BROKEN_LINE)) {
    await window.openFile(file);
    const problems = await window.waitForProblems((all) => hasOurs(all, file, line), `${file} has one of ours on line ${line}`);
    problems.filter(isOurs).forEach(({ code }) => assert.match(code, /^UC\d{4}$/));
  }
  assert.deepEqual(await window.notifications(), [], 'nothing pops up uninvited');
  // The picture in the documentation is drawn anew only on request, because no two runs give the same bytes.
  if (process.env.E2E_UPDATE_SCREENSHOT === '1') {
    await drawProblems(window);
  }
});

async function drawProblems(window) {
  await window.run('View: Toggle Primary Side Bar Visibility');
  await window.goTo(BROKEN_LINE['Greeter.cs'], 1);
  mkdirSync(paths.images, { recursive: true });
  await window.screenshot(join(paths.images, 'problems.png'));
}
