import { describe, expect, it } from 'vitest';
import { classifyFailure, OperationError } from '../errors';

describe('classifyFailure', () => {
  it.each([
    ['of the editor', Object.assign(new Error('Canceled'), { name: 'Canceled' })],
    ['of the request', Object.assign(new Error('cancelled'), { code: -32800 })],
    ['by the server', Object.assign(new Error('cancelled'), { code: -32802 })],
  ])('takes a cancellation %s for none', (_origin, error) => {
    expect(classifyFailure(error)).toEqual({ kind: 'cancelled' });
  });

  it('keeps the buttons of an operation error', () => {
    const remedies = [{ title: 'Restart', command: 'restart' }];
    expect(classifyFailure(new OperationError('Not running.', remedies))).toEqual({
      kind: 'operation',
      message: 'Not running.',
      remedies,
    });
  });

  it('keeps the stack of an unexpected error for the log', () => {
    const failure = classifyFailure(new TypeError('x is undefined'));
    expect(failure).toMatchObject({ kind: 'unexpected', message: 'x is undefined' });
    expect(failure).toHaveProperty('detail', expect.stringContaining('errors.test.ts'));
  });

  it('copes with what is no error at all', () => {
    expect(classifyFailure('out of luck')).toEqual({ kind: 'unexpected', message: 'out of luck', detail: 'out of luck' });
  });
});
