import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fingerprint } from '../setup/fingerprint.mjs';
import { withLock } from '../setup/lock.mjs';
import { setup } from '../setup/setup.mjs';
import { StepFailure } from '../setup/step-failure.mjs';

let root;
let done;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'uc-setup-'));
  done = [];
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function fakeStep(name, { needs = [], input = 'same', run = async () => {} } = {}) {
  const output = join(root, `${name}.output`);
  const step = {
    name, title: name, needs, tools: [], outputs: [output], advice: 'Try again.', input,
    fingerprint: () => step.input,
    run: async () => {
      done.push(name);
      await run();
      writeFileSync(output, '');
    },
  };
  return step;
}

test('a second setup does nothing', async () => {
  const steps = [fakeStep('a'), fakeStep('b', { needs: ['a'] })];
  assert.equal(await setup(steps, { root }), 0);
  assert.equal(await setup(steps, { root }), 0);
  assert.deepEqual(done, ['a', 'b']);
});

test('a changed input redoes its step and those that build on it, no other', async () => {
  const steps = [fakeStep('a'), fakeStep('b', { needs: ['a'] }), fakeStep('c')];
  await setup(steps, { root });
  done = [];
  steps[0].input = 'changed';
  await setup(steps, { root });
  assert.deepEqual(done, ['a', 'b']);
});

test('a lost output redoes its step', async () => {
  const steps = [fakeStep('a')];
  await setup(steps, { root });
  rmSync(join(root, 'a.output'));
  await setup(steps, { root });
  assert.deepEqual(done, ['a', 'a']);
});

test('a setup that ended between two steps does not hide that the second is outdated', async () => {
  let fails = false;
  const steps = [fakeStep('a'), fakeStep('b', { needs: ['a'], run: async () => {
    if (fails) {
      throw new StepFailure('b', 'words', 'Try again.');
    }
  } })];
  await setup(steps, { root });
  steps[0].input = 'changed';
  fails = true;
  assert.equal(await setup(steps, { root }), 1);
  fails = false;
  done = [];
  assert.equal(await setup(steps, { root }), 0);
  assert.deepEqual(done, ['b']);
});

test('a step that ends well without its output has failed', async () => {
  const step = { ...fakeStep('a'), run: async () => {} };
  assert.equal(await setup([step], { root }), 1);
});

test('steps that do not need each other overlap', async () => {
  let release;
  const gate = new Promise((resolve) => {
    release = resolve;
  });
  await setup([fakeStep('a', { run: () => gate }), fakeStep('b', { run: async () => release() })], { root });
  assert.deepEqual(done, ['a', 'b']);
});

test('two setups at once do the work once', async () => {
  const steps = [fakeStep('a', { run: () => new Promise((resolve) => setImmediate(resolve)) })];
  assert.deepEqual(await Promise.all([setup(steps, { root }), setup(steps, { root })]), [0, 0]);
  assert.deepEqual(done, ['a']);
});

test('the lock of a killed holder is taken over', async () => {
  const file = join(root, 'lock');
  const module = new URL('../setup/lock.mjs', import.meta.url).href;
  const script = `import { withLock } from '${module}'; await withLock('${file}', {}, () => { console.log('held'); return new Promise(() => setInterval(() => {}, 1000)); });`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  assert.ok(existsSync(file));
  assert.equal(await withLock(file, {}, async () => 'mine'), 'mine');
  assert.ok(!existsSync(file));
});

test('a holder whose children still write is waited for', async () => {
  const file = join(root, 'lock');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  writeFileSync(file, JSON.stringify({ pid: 2 ** 30, host: hostname(), children: [child.pid] }));
  let ended = false;
  const waiting = withLock(file, { onWait: () => child.kill('SIGKILL') }, async () => ended);
  await once(child, 'exit');
  ended = true;
  assert.equal(await waiting, true);
});

test('a holder on another machine is gone once it is silent', async () => {
  const file = join(root, 'lock');
  writeFileSync(file, JSON.stringify({ pid: process.pid, host: 'another', children: [] }));
  utimesSync(file, new Date(0), new Date(0));
  assert.equal(await withLock(file, {}, async () => 'mine'), 'mine');
});

test('the lock names its holder and goes with it, also after a failure', async () => {
  const file = join(root, 'lock');
  await assert.rejects(withLock(file, {}, async () => {
    assert.equal(JSON.parse(readFileSync(file, 'utf8')).pid, process.pid);
    throw new Error('failed');
  }), /failed/);
  assert.ok(!existsSync(file));
});

test('a fingerprint knows contents, names and facts, and nothing of outputs', () => {
  mkdirSync(join(root, 'in', 'obj'), { recursive: true });
  writeFileSync(join(root, 'in', 'a'), '1');
  const first = fingerprint(root, ['in', 'none'], ['x']);
  writeFileSync(join(root, 'in', 'obj', 'b'), '1');
  assert.equal(fingerprint(root, ['in', 'none'], ['x']), first);
  assert.notEqual(fingerprint(root, ['in', 'none'], ['y']), first);
  writeFileSync(join(root, 'none'), '');
  assert.notEqual(fingerprint(root, ['in', 'none'], ['x']), first);
  rmSync(join(root, 'none'));
  writeFileSync(join(root, 'in', 'a'), '2');
  assert.notEqual(fingerprint(root, ['in', 'none'], ['x']), first);
});
