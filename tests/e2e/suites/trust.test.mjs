import assert from 'node:assert/strict';
import { hasOurs } from '../harness/findings.mjs';
import { testInWindow } from '../harness/in-window.mjs';
import { until } from '../harness/until.mjs';

// The second file is wrong in a way that only Python's own parser tells.
const files = { 'a.py': 'def f(:\n    pass\n', 'b.py': 'mark = "\\N{no such character}"\n' };
const WORKER = /python/;

testInWindow('an untrusted folder is checked without programs of the toolchain', { files, trusted: false }, async (window) => {
  await window.openFile('b.py');
  await window.openFile('a.py');
  await window.waitForStatus(/^Ultimate Copilot: limited$/);
  const problems = await window.waitForProblems((all) => hasOurs(all, 'a.py', 1), 'line 1 has one of ours');
  assert.ok(!hasOurs(problems, 'b.py', 1), "Python's own parser was asked");
  assert.deepEqual(window.server.processes(WORKER), []);

  await window.grantTrust();
  await window.waitForStatus(/^Ultimate Copilot$/);
  await until(() => window.server.processes(WORKER).length > 0, () => "Python's own parser");
  await window.waitForProblems((all) => hasOurs(all, 'b.py', 1), "Python's own parser has been heard");
});
