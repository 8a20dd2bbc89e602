import assert from 'node:assert/strict';
import { BROKEN, BROKEN_LINE } from '../fixtures/broken.mjs';
import { hasOurs, isOurs } from '../harness/findings.mjs';
import { testInWindow } from '../harness/in-window.mjs';

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

testInWindow('every language has its mistakes listed, with a code', { files: BROKEN }, async (window) => {
  for (const [file, line] of Object.entries(BROKEN_LINE)) {
    await window.openFile(file);
    const problems = await window.waitForProblems((all) => hasOurs(all, file, line), `${file} has one of ours on line ${line}`);
    problems.filter(isOurs).forEach(({ code }) => assert.match(code, /^UC\d{4}$/));
  }
  assert.deepEqual(await window.notifications(), [], 'nothing pops up uninvited');
});
