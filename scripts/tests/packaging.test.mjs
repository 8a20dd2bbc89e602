import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspectEntries } from '../packaging/inspect.mjs';
import { defaultTargets, nativeOptions, TARGETS, UNIVERSAL } from '../packaging/targets.mjs';
import { zipEntries } from '../packaging/zip-entries.mjs';

const file = (name, { mode = 0o644, size = 1 } = {}) => ({ name: `extension/${name}`, mode, size });
const base = [file('package.json'), file('dist/extension.js')];
const tools = [file('server/toolchains/typescript/tsc', { mode: 0o755 }), file('server/toolchains/typescript/lib.d.ts'), file('server/toolchains/libpg-query/libpg-query.wasm')];
const linux = [...base, ...tools, file('server/ultimate-copilot', { mode: 0o755 }), file('server/libultimate-copilot-syntax.so')];

test('fit packages have no problems', () => {
  assert.deepEqual(inspectEntries(linux, 1000, 'linux-x64'), []);
  assert.deepEqual(inspectEntries(base, 1000, UNIVERSAL), []);
  const windows = ['ultimate-copilot.exe', 'ultimate-copilot-syntax.dll', 'toolchains/typescript/tsc.exe', 'toolchains/libpg-query/libpg-query.wasm'];
  assert.deepEqual(inspectEntries([...base, ...windows.map((name) => file(`server/${name}`))], 1000, 'win32-x64'), []);
});

test('a program that cannot be started is a problem', () => {
  for (const name of ['server/ultimate-copilot', 'server/toolchains/typescript/tsc']) {
    const entries = [...linux.filter((entry) => entry.name !== `extension/${name}`), file(name)];
    assert.deepEqual(inspectEntries(entries, 1000, 'linux-x64'), [`extension/${name} is not executable.`]);
  }
});

test('a missing parser is a problem', () => {
  for (const gone of tools.filter((entry) => !entry.name.endsWith('lib.d.ts'))) {
    assert.ok(inspectEntries(linux.filter((entry) => entry !== gone), 1000, 'linux-x64').includes(`${gone.name} is missing or empty.`));
  }
});

test('a missing or empty library is a problem', () => {
  assert.equal(inspectEntries(linux.slice(0, -1), 1000, 'linux-x64').length, 1);
  assert.equal(inspectEntries([...linux.slice(0, -1), file('server/libultimate-copilot-syntax.so', { size: 0 })], 1000, 'linux-x64').length, 1);
});

test('the library of another system is a problem', () => {
  assert.equal(inspectEntries([...linux, file('server/ultimate-copilot-syntax.dll')], 1000, 'linux-x64').length, 1);
});

test('sources, symbols and too much weight are problems', () => {
  for (const name of ['src/extension.ts', 'server/ultimate-copilot.pdb', 'dist/extension.js.map', 'node_modules/a/index.js']) {
    assert.equal(inspectEntries([...linux, file(name)], 1000, 'linux-x64').length, 1, name);
  }
  assert.equal(inspectEntries(linux, 200 * 1024 * 1024, 'linux-x64').length, 1);
});

test('a package without a server has none', () => {
  assert.equal(inspectEntries(linux, 1000, UNIVERSAL).length, linux.length - base.length);
});

test('each system makes the packages that it can', () => {
  assert.deepEqual(defaultTargets('linux', 'x64'), ['linux-x64', 'win32-x64', UNIVERSAL]);
  assert.deepEqual(defaultTargets('darwin', 'arm64'), ['darwin-arm64', UNIVERSAL]);
  for (const target of TARGETS.filter((name) => name !== UNIVERSAL)) {
    const [platform, architecture] = target.split('-');
    assert.deepEqual(nativeOptions(target, platform, architecture), { options: [], tools: [] });
  }
  assert.equal(nativeOptions('darwin-arm64', 'linux', 'x64'), undefined);
  assert.deepEqual(nativeOptions('win32-x64', 'linux', 'x64').tools, ['mingw']);
});

test('the entries of an archive', () => {
  const name = Buffer.from('extension/a');
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt32LE(7, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE((0o100755 << 16) >>> 0, 38);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  assert.deepEqual(zipEntries(Buffer.concat([entry, name, end])), [{ name: 'extension/a', size: 7, mode: 0o100755 }]);
  assert.throws(() => zipEntries(Buffer.from('no archive at all, but long enough')), /not a zip archive/);
});
