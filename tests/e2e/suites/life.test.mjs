import assert from 'node:assert/strict';
import { hasOurs } from '../harness/findings.mjs';
import { testInWindow } from '../harness/in-window.mjs';
import { environmentOf, isAlive, kill } from '../harness/processes.mjs';
import { until } from '../harness/until.mjs';

const files = { 'a.json': '{"a": 1,, }\n' };
const SERVER = / lsp .*--pipe=/;
const TRACE = /Ultimate Copilot Trace\.log$/;

async function openBroken(window) {
  await window.openFile('a.json');
  await window.waitForProblems((all) => hasOurs(all, 'a.json', 1), 'line 1 has one of ours');
}

testInWindow('the server does not outlive an editor that is killed', { files }, async (window) => {
  await openBroken(window);
  const [server] = window.server.processes(SERVER);
  const [{ pid }] = window.server.processes(/--type=extensionHost/);
  kill(pid);
  await until(() => !isAlive(server), () => 'the server to end');
  await until(() => window.server.processes(SERVER).length === 1, () => 'the one of the next extension host');
  await window.waitForProblems((all) => hasOurs(all, 'a.json', 1), 'line 1 has one of ours again');
});

testInWindow('a change of its environment restarts the server, without a message', { files }, async (window) => {
  await openBroken(window);
  const [first] = window.server.processes(SERVER);
  window.server.writeMachineSettings({ 'ultimateCopilot.server.extraEnv': { UC_E2E: 'yes' } });
  const isNext = ({ pid }) => pid !== first.pid;
  await until(() => window.server.processes(SERVER).some(isNext), () => 'another server');
  await until(() => !isAlive(first), () => 'the first server to end');
  assert.equal(environmentOf(window.server.processes(SERVER)[0]).UC_E2E, 'yes');
  await window.waitForProblems((all) => hasOurs(all, 'a.json', 1), 'line 1 has one of ours again');
  assert.deepEqual(await window.notifications(), []);
});

testInWindow('messages are traced only when asked for', { files }, async (window) => {
  const trace = () => [...window.server.logs()].find(([name]) => TRACE.test(name))?.[1];
  await openBroken(window);
  assert.equal(trace(), undefined);
  window.server.writeWorkspaceSettings({ 'ultimateCopilot.trace.server': 'messages' });
  // The first message of a trace says that there is one; the editor writes later ones when the channel is looked at.
  await until(() => trace()?.includes('$/setTrace'), () => `a trace, not ${trace()}`);
});
