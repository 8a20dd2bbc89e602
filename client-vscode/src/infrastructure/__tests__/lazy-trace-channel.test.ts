import { beforeEach, describe, expect, it } from 'vitest';
import { editor, LogLevel } from '../../testing/vscode';
import { LazyTraceChannel } from '../lazy-trace-channel';

describe('LazyTraceChannel', () => {
  beforeEach(() => {
    editor.reset();
  });

  it('has no output channel before there is something to trace', () => {
    const channel = new LazyTraceChannel('Trace', false);
    channel.trace('unwanted');
    expect(editor.outputs.size).toBe(0);
    channel.setEnabled(true);
    expect(editor.outputs.size).toBe(0);
    channel.trace('wanted');
    expect(editor.outputs.get('Trace')).toEqual([expect.stringMatching(/ wanted$/)]);
  });

  it('tells the library once when tracing is switched', () => {
    const channel = new LazyTraceChannel('Trace', false);
    const levels: number[] = [];
    channel.onDidChangeLogLevel((level) => levels.push(level));
    channel.setEnabled(true);
    channel.setEnabled(true);
    channel.setEnabled(false);
    expect(levels).toEqual([LogLevel.Trace, LogLevel.Off]);
  });
});
