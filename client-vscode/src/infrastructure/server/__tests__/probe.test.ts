import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { probeVersion } from '../probe';

// The programs are shell scripts.
describe.skipIf(process.platform === 'win32')('probeVersion', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'uc-probe-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function program(body: string): string {
    const file = path.join(folder, 'program');
    writeFileSync(file, `#!/bin/sh\n${body}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  it('gives the version', async () => {
    await expect(probeVersion(program('echo 0.1.0'), process.env)).resolves.toBe('0.1.0');
  });

  it('passes the environment on', async () => {
    await expect(probeVersion(program('echo $GIVEN'), { ...process.env, GIVEN: '2.3.4-beta' })).resolves.toBe('2.3.4-beta');
  });

  it('names a file that is not there', async () => {
    const missing = path.join(folder, 'missing');
    await expect(probeVersion(missing, process.env)).rejects.toThrow(`The server program ${missing} cannot be run`);
  });

  it('tells why a program failed', async () => {
    await expect(probeVersion(program('echo "no such runtime" >&2; exit 3'), process.env)).rejects.toThrow(/: no such runtime$/);
  });

  it('refuses another program', async () => {
    await expect(probeVersion(program('echo hello'), process.env)).rejects.toThrow(/is not the server.*"hello"/);
  });
});
