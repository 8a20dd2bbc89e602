import type { Diagnostic, Uri } from 'vscode';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editor } from '../../../testing/vscode';
import { DuplicateFilter } from '../duplicate-filter';

const uri = { toString: () => 'file:///a.json' } as Uri;

function diagnostic(line: number, source: string): Diagnostic {
  const place = { line, character: 0 };
  return { range: { start: place, end: place }, severity: 0, source, message: '' } as unknown as Diagnostic;
}

const ours = [diagnostic(1, 'ultimate-copilot'), diagnostic(2, 'ultimate-copilot')];
const theirs = [diagnostic(2, 'json')];

describe('DuplicateFilter', () => {
  let filter: DuplicateFilter;
  let published: (readonly Diagnostic[])[];

  const publish = (to: Uri, diagnostics: readonly Diagnostic[]) => {
    published.push(diagnostics);
    // As in the editor, what is published comes back as a change.
    editor.setDiagnostics('ultimate-copilot', to, diagnostics);
  };

  beforeEach(() => {
    editor.reset();
    editor.documents = [{ uri, languageId: 'json' }];
    published = [];
    filter = new DuplicateFilter();
  });

  afterEach(() => {
    filter.dispose();
  });

  it('hides ours while another reports the same, and no longer', () => {
    filter.handle(uri, ours, publish);
    editor.setDiagnostics('json', uri, theirs);
    editor.setDiagnostics('json', uri, []);
    expect(published).toEqual([ours, [ours[0]], ours]);
  });

  it('publishes once for a change that changes nothing', () => {
    editor.setDiagnostics('json', uri, theirs);
    filter.handle(uri, ours, publish);
    editor.setDiagnostics('json', uri, [...theirs]);
    expect(published).toEqual([[ours[0]]]);
  });

  it('does not show again what the server has taken back', () => {
    filter.handle(uri, ours, publish);
    filter.handle(uri, [], publish);
    editor.setDiagnostics('json', uri, theirs);
    editor.setDiagnostics('json', uri, []);
    expect(published).toEqual([ours, []]);
  });

  it('follows the setting for the language', () => {
    filter.handle(uri, ours, publish);
    editor.changeSetting('ultimateCopilot.syntax.show', { json: 'off' });
    editor.changeSetting('ultimateCopilot.syntax.show', { json: 'always' });
    editor.setDiagnostics('json', uri, theirs);
    expect(published).toEqual([ours, [], ours]);
  });

  it('forgets what an ended server reported', () => {
    filter.handle(uri, ours, publish);
    filter.forget();
    editor.setDiagnostics('json', uri, theirs);
    expect(published).toEqual([ours]);
  });
});
