import assert from 'node:assert/strict';
import { BROKEN, BROKEN_LINE } from '../fixtures/broken.mjs';
import { FAULTY_SERVER } from '../fixtures/faulty.mjs';
import { hasOurs } from '../harness/findings.mjs';
import { testInWindow } from '../harness/in-window.mjs';
import { until } from '../harness/until.mjs';

const SERVER = / lsp .*--pipe=/;

testInWindow('the workspace is checked without opening its files', { files: BROKEN }, async (window) => {
  await window.run('Ultimate Copilot: Check Workspace');
  await window.waitForNotification(/^Checked 3 files/);
  for (const [file, line] of Object.entries(BROKEN_LINE)) {
    await window.waitForProblems((all) => hasOurs(all, file, line), `${file} has one of ours on line ${line}`);
  }
  assert.deepEqual(await window.tabs(), []);
});

const slow = { files: BROKEN, program: FAULTY_SERVER, env: { FAULT: 'slow' } };

testInWindow('a check that is cancelled ends without a word', slow, async (window) => {
  await window.run('Ultimate Copilot: Check Workspace');
  await window.waitForNotification(/Checking the workspace/);
  await window.pressNotificationButton('Cancel');
  await until(async () => (await window.openNotifications()) === 0, () => 'the progress to go');
  assert.equal((await window.notifications()).length, 1);
  assert.doesNotMatch(window.server.logOf('Ultimate Copilot'), /warn|error/i);
});

testInWindow('the file in front is checked on request', { files: BROKEN }, async (window) => {
  await window.openFile('settings.json');
  await window.run('Ultimate Copilot: Check This File');
  await window.waitForNotification(/^settings\.json: \d+ errors?, \d+ warnings?\.$/);
});

testInWindow('a command that cannot run says why', {}, async (window) => {
  await window.run('Ultimate Copilot: Check This File');
  await window.waitForNotification(/^Open a file/);
});

testInWindow('the doctor reports in a preview', {}, async (window) => {
  await window.run('Ultimate Copilot: Doctor');
  await window.waitForTab(/Doctor\.md/);
});

testInWindow('a restart keeps the diagnostics', { files: BROKEN }, async (window) => {
  const isListed = (all) => hasOurs(all, 'greet.py', BROKEN_LINE['greet.py']);
  await window.openFile('greet.py');
  await window.waitForProblems(isListed, 'the mistake is listed');
  const [first] = window.server.processes(SERVER);
  await window.run('Ultimate Copilot: Restart Server');
  const another = () => window.server.processes(SERVER).filter(({ pid }) => pid !== first.pid);
  await until(() => another().length === 1, () => 'another server');
  await window.waitForProblems(isListed, 'the mistake is listed again');
  assert.equal(window.server.processes(SERVER).length, 1);
});
