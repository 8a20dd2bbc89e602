import { describe, expect, it } from 'vitest';
import type { RunState } from '../../../infrastructure/server/run-state';
import type { StatusParams } from '../protocol';
import { describeStatus, statusLabel, statusText } from '../view';

const running: RunState = { kind: 'running', version: '0.1.0' };

describe('the status bar item', () => {
  it.each<[RunState, StatusParams | undefined, string]>([
    [{ kind: 'starting' }, undefined, '$(sync~spin) Ultimate Copilot: starting'],
    [{ kind: 'stopped', message: 'm' }, undefined, '$(circle-slash) Ultimate Copilot: stopped'],
    [{ kind: 'unavailable', message: 'm' }, undefined, '$(error) Ultimate Copilot: no server'],
    [running, undefined, '$(check) Ultimate Copilot'],
    [running, { state: 'idle', message: '' }, '$(check) Ultimate Copilot'],
    [running, { state: 'busy', message: 'm' }, '$(sync~spin) Ultimate Copilot'],
    [running, { state: 'limited', message: 'm' }, '$(shield) Ultimate Copilot: limited'],
    [running, { state: 'error', message: 'm' }, '$(error) Ultimate Copilot: error'],
  ])('for %j and %j says %s', (run, status, text) => {
    expect(statusText(describeStatus(run, status))).toBe(text);
  });

  it('restarts a server that does not run, and shows the log of one that does', () => {
    expect(describeStatus({ kind: 'stopped', message: '' }, undefined).click).toBe('restart');
    expect(describeStatus({ kind: 'unavailable', message: '' }, undefined).click).toBe('restart');
    expect(describeStatus(running, undefined).click).toBe('log');
  });

  it('does not repeat what an ended server said last', () => {
    const last: StatusParams = { state: 'error', message: 'old' };
    expect(describeStatus({ kind: 'stopped', message: 'new' }, last).detail).toBe('new');
  });

  it('tells a screen reader the state and the way out', () => {
    expect(statusLabel(describeStatus(running, undefined))).toBe('Ultimate Copilot: ready.');
    expect(statusLabel(describeStatus({ kind: 'stopped', message: 'It crashed.' }, undefined))).toBe(
      'Ultimate Copilot: stopped. It crashed. Press to restart the server.',
    );
  });
});
