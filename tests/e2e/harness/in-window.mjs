import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { paths } from '../setup/paths.mjs';
import { openWindow } from './open-window.mjs';

/**
 * A test in a window of its own. Whatever it is about, nothing may outlive the window and nothing may be asked for
 * outside this machine. A test that fails leaves a screenshot and all logs in artifacts/e2e-failures.
 */
export function testInWindow(name, options, body) {
  void test(name, async () => {
    const folder = join(paths.failures, name.replaceAll(/\W+/g, '-'));
    rmSync(folder, { recursive: true, force: true });
    const window = await openWindow(options);
    try {
      await body(window);
      assert.deepEqual(window.externalRequests, [], 'requests to other machines');
    } catch (error) {
      await window.dump(folder);
      await window.close();
      throw error;
    }
    assert.deepEqual(await window.close(), [], 'processes that outlived the window');
  });
}
