import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { FAULTY_SERVER } from '../fixtures/faulty.mjs';
import { hasOurs } from '../harness/findings.mjs';
import { testInWindow } from '../harness/in-window.mjs';
import { isAlive, kill } from '../harness/processes.mjs';
import { until } from '../harness/until.mjs';

const files = { 'a.json': '{"a": 1,, }\n' };
const SERVER = / lsp .*--pipe=/;

testInWindow('a server that is killed comes back with its diagnostics', { files }, async (window) => {
  await window.openFile('a.json');
  await window.waitForProblems((all) => hasOurs(all, 'a.json', 1), 'line 1 has one of ours');
  const [{ pid }] = window.server.processes(SERVER);
  kill(pid);
  const findNext = () => window.server.processes(SERVER).find((server) => server.pid !== pid);
  await until(findNext, () => 'another server');
  await window.waitForProblems((all) => hasOurs(all, 'a.json', 1), 'line 1 has one of ours again');
  await window.goTo(1, 9);
  await window.press('Delete');
  await window.press('Backspace');
  await window.waitForProblems((all) => all.length === 0, 'there are none');
  assert.deepEqual(await window.notifications(), [], 'one crash is no news');
});

for (const [when, fault] of [['at once', 'dies'], ['after its start', 'dies-later']]) {
  const options = { files, program: FAULTY_SERVER, env: { FAULT: fault } };
  testInWindow(`a server that dies ${when}, again and again, stops politely`, options, async (window) => {
    const starts = () => window.server.logOf('Ultimate Copilot').match(/Starting /g)?.length ?? 0;
    await window.openFile('a.json');
    await window.waitForStatus(/^Ultimate Copilot: stopped$/);
    await delay(1000);
    const shown = await window.notifications();
    assert.equal(shown.length, 1, JSON.stringify(shown));
    assert.match(shown[0].message, /crashed/);
    assert.deepEqual(shown[0].buttons, ['Show Log', 'Restart']);
    assert.equal(starts(), 5);
    assert.deepEqual(window.server.processes(SERVER), []);

    await window.clickStatus(/^Ultimate Copilot: stopped$/);
    await until(() => starts() === 10, () => `another five starts, not ${starts()} in all`);
  });
}

testInWindow(
  'a server that is not there is named, without a message',
  { files, settings: { 'ultimateCopilot.server.path': '/nowhere/server' }, program: null },
  async (window) => {
    await window.openFile('a.json');
    await window.waitForStatus(/^Ultimate Copilot: no server$/);
    const item = (await window.statusBar()).find(({ text }) => text === 'Ultimate Copilot: no server');
    assert.match(item.label, /\/nowhere\/server/);
    assert.deepEqual(await window.notifications(), []);
  },
);

testInWindow(
  'a server that is stuck can be restarted, and does not outlive the window',
  { files, program: FAULTY_SERVER, env: { FAULT: 'stuck' } },
  async (window) => {
    await window.openFile('a.json');
    await window.waitForStatus(/^Ultimate Copilot: starting$/);
    const [first] = await until(() => nonEmpty(window.server.processes(SERVER)), () => 'a server');
    await window.run('Ultimate Copilot: Restart Server');
    await until(() => window.server.processes(SERVER).some(({ pid }) => pid !== first.pid), () => 'another server');
    await until(() => !isAlive(first), () => 'the first server to end');
    assert.deepEqual(await window.notifications(), []);
  },
);

const nonEmpty = (list) => list.length > 0 && list;
