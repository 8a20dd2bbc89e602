import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { locateServer } from '../locate';
import type { ServerSources } from '../locate';

const extensionPath = path.join(path.sep, 'extensions', 'client');
const bundled = path.join(extensionPath, 'server', 'ultimate-copilot');
const development = path.join(path.sep, 'extensions', 'server', 'bin', 'ultimate-copilot');

function locate(sources: Partial<ServerSources>, ...existing: string[]) {
  const all: ServerSources = { environment: undefined, setting: '', extensionPath, platform: 'linux', ...sources };
  return locateServer(all, (file) => existing.includes(file));
}

describe('locateServer', () => {
  it('takes the environment before the setting before the one it came with', () => {
    const existing = ['/env', '/setting', bundled, development];
    expect(locate({ environment: '/env', setting: '/setting' }, ...existing)).toEqual({ found: true, path: '/env' });
    expect(locate({ setting: '/setting' }, ...existing)).toEqual({ found: true, path: '/setting' });
    expect(locate({}, ...existing)).toEqual({ found: true, path: bundled });
    expect(locate({}, development)).toEqual({ found: true, path: development });
  });

  it('does not replace a program that the user named', () => {
    expect(locate({ setting: '/gone' }, bundled)).toEqual({
      found: false,
      message: 'There is no server program at /gone, which the setting ultimateCopilot.server.path names.',
    });
    expect(locate({ environment: '/gone' }, bundled)).toMatchObject({ found: false });
  });

  it('takes blanks for nothing', () => {
    expect(locate({ environment: ' ', setting: ' ' }, bundled)).toEqual({ found: true, path: bundled });
  });

  it('looks for an .exe on Windows', () => {
    expect(locate({ platform: 'win32' }, `${bundled}.exe`)).toEqual({ found: true, path: `${bundled}.exe` });
  });

  it('names the place where it should have been', () => {
    expect(locate({})).toMatchObject({ found: false, message: expect.stringContaining(bundled) as string });
  });
});
