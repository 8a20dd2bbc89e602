import { hasOurs, isOurs } from '../harness/findings.mjs';
import { testInWindow } from '../harness/in-window.mjs';

const options = { files: { 'a.json': '{"a": 1,, }\n' }, builtinChecks: true };
const isForeign = (problem) => !isOurs(problem);

testInWindow("what the editor's own check reports is not said twice", options, async (window) => {
  const onlyForeign = (all) => all.some(isForeign) && !all.some(isOurs);
  await window.openFile('a.json');
  await window.waitForStatus(/^Ultimate Copilot$/);
  await window.waitForProblems(onlyForeign, "the editor's own is there and none of ours");

  window.server.writeWorkspaceSettings({ 'ultimateCopilot.syntax.show': { json: 'always' } });
  await window.waitForProblems((all) => all.some(isForeign) && hasOurs(all, 'a.json', 1), 'both are there');

  window.server.writeWorkspaceSettings({ 'ultimateCopilot.syntax.show': { json: 'off' } });
  await window.waitForProblems(onlyForeign, 'ours is gone');

  window.server.writeWorkspaceSettings({ 'ultimateCopilot.syntax.show': { json: 'auto' }, 'json.validate.enable': false });
  await window.waitForProblems((all) => !all.some(isForeign) && hasOurs(all, 'a.json', 1), 'ours stands in');

  window.server.writeWorkspaceSettings({ 'json.validate.enable': true });
  await window.waitForProblems(onlyForeign, "the editor's own has taken over again");
});
