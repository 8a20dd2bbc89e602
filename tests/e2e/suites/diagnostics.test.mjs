import { testInWindow } from '../harness/in-window.mjs';

const isOurs = ({ source }) => source === 'ultimate-copilot';

testInWindow('a mistake shows as it is typed and goes when it is mended', { files: { 'a.json': '{"a": 1}\n' } }, async (window) => {
  await window.openFile('a.json');
  await window.waitForStatus(/^Ultimate Copilot$/);
  await window.goTo(1, 8);
  await window.type(',,');
  await window.waitForProblems((all) => all.some((problem) => isOurs(problem) && problem.line === 1), 'line 1 has one of ours');
  await window.goTo(1, 10);
  await window.press('Backspace');
  await window.press('Backspace');
  await window.waitForProblems((all) => all.length === 0, 'there are none');
});
