import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { missing } from '../prerequisites/sentences.mjs';
import { cmakeVersion, hasSdk, isAtLeast } from '../prerequisites/versions.mjs';

test('versions are compared number by number', () => {
  for (const [version, wanted, expected] of [
    ['v20.11.0', [20, 11], true], ['v20.9.9', [20, 11], false], ['v22.0.0', [20, 11], true], ['v18.20.4', [20, 11], false], ['3.19', [3, 19], true],
    ['3.5.1', [3, 19], false], ['0', [3, 19], false],
  ]) {
    assert.equal(isAtLeast(version, wanted), expected, version);
  }
});

test('only an SDK that global.json allows will do', () => {
  assert.ok(hasSdk('8.0.404 [/usr/share/dotnet/sdk]\n10.0.401 [/usr/share/dotnet/sdk]\n'));
  assert.ok(!hasSdk('8.0.404 [/usr/share/dotnet/sdk]\n9.0.100 [/usr/share/dotnet/sdk]\n11.0.100 [/usr/share/dotnet/sdk]\n'));
  assert.ok(!hasSdk(''));
});

test('the version of CMake', () => {
  assert.equal(cmakeVersion('cmake version 3.25.1\n\nCMake suite maintained by Kitware'), '3.25.1');
  assert.equal(cmakeVersion('sh: cmake: not found'), '0');
});

test('each missing tool has one sentence on each platform', () => {
  for (const tool of ['node', 'dotnet', 'cmake', 'compiler', 'mingw']) {
    for (const platform of ['linux', 'darwin', 'win32', 'freebsd']) {
      assert.match(missing(tool, platform), /^Install [^\n]+: [^\n]+\.$/);
    }
  }
});

test('with nothing on the search path each tool is named and the exit code is 2', { skip: process.platform === 'win32' }, () => {
  const empty = mkdtempSync(join(tmpdir(), 'uc-path-'));
  const script = `
    const { setup } = await import('${new URL('../setup/setup.mjs', import.meta.url).href}');
    const step = { name: 'a', title: 'a', needs: [], outputs: [], tools: ['dotnet', 'cmake', 'compiler', 'cmake'], fingerprint: () => 'x' };
    process.exitCode = await setup([step], { root: '${empty}' });`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { env: { PATH: empty }, encoding: 'utf8' });
  rmSync(empty, { recursive: true });
  assert.equal(status, 2);
  assert.deepEqual(stderr.trim().split('\n'), ['dotnet', 'cmake', 'compiler'].map((tool) => missing(tool)));
});
