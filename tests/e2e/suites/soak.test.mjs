// A long day's typing: ten thousand random edits over twenty documents in ten languages. No version that is outdated is ever published for one
// that came later, every document ends with what a fresh check of its text says, and memory ends where it was after warm-up.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { LspClient, initializeParams } from '../../benchmarks/client/lsp-client.mjs';
import { paths } from '../setup/paths.mjs';

const EDITS = 10_000;
const WARM_UP = 4_000;
const LANGUAGES = ['csharp', 'javascript', 'typescript', 'typescriptreact', 'python', 'json', 'jsonc', 'yaml', 'xml', 'html', 'css', 'java', 'go', 'rust', 'c', 'ruby', 'php', 'lua', 'toml', 'kotlin'];
const PIECES = ['(', ')', '{', '}', '[', ']', '"', "'", ',', ';', ':', '\n', '  ', 'x', 'if ', '<a>', '</a>', '#', '//', '=', '😀'];
const GROWTH = 1.1;
const samples = join(paths.repository, 'tests', 'UltimateCopilot.Languages.Tests', 'TestData', 'valid');

void test('ten thousand edits leave neither stale findings nor memory behind', { timeout: 600_000 }, async (context) => {
  const server = new LspClient({ command: paths.program, args: ['lsp'] });
  const random = seeded(20_261_120);
  try {
    // Without toolchains: their processes have limits and tests of their own.
    await server.request('initialize', { ...initializeParams(), initializationOptions: { trusted: false } });
    server.notify('initialized', {});
    const documents = open(server);
    assert.ok(new Set(documents.map(({ language }) => language)).size >= 10);
    const memory = { before: [], after: [] };
    for (let edit = 0; edit < EDITS;) {
      const document = documents[Math.floor(random() * documents.length)];
      const burst = Math.min(1 + Math.floor(random() * 8), EDITS - edit);
      const answer = published(server, document, document.version + burst);
      for (let i = 0; i < burst; i++) change(server, document, random);
      await answer;
      const bytes = residentBytes(server.process.pid);
      if (edit >= WARM_UP - 1_000 && edit < WARM_UP) memory.before.push(bytes);
      if (edit >= EDITS - 1_000) memory.after.push(bytes);
      edit += burst;
    }
    assert.deepEqual(documents.flatMap(({ stale }) => stale), []);
    await endsAsAFreshCheckSays(documents);
    const [before, after] = [median(memory.before), median(memory.after)];
    context.diagnostic(`resident memory: ${mebibytes(before)} MiB after warm-up, ${mebibytes(after)} MiB at the end`);
    assert.ok(after <= before * GROWTH, `memory grew from ${mebibytes(before)} to ${mebibytes(after)} MiB`);
  } finally {
    await server.close();
  }
});

function open(server) {
  const known = readdirSync(samples).map((name) => name.replace('.txt', ''));
  const languages = LANGUAGES.filter((language) => known.includes(language));
  return Array.from({ length: 20 }, (_, i) => {
    const language = languages[i % languages.length];
    const original = readFileSync(join(samples, `${language}.txt`), 'utf8');
    const document = { uri: `file:///soak/${i}`, language, version: 1, text: original, original, newest: 0, stale: [], diagnostics: [] };
    follow(server, document);
    server.notify('textDocument/didOpen', { textDocument: { uri: document.uri, languageId: language, version: 1, text: original } });
    return document;
  });
}

/** Notes every publication of a document, and each that comes behind a newer one's. */
function follow(server, document) {
  server.onDiagnostics((published) => {
    if (published.uri !== document.uri) return;
    if (published.version < document.newest || published.version > document.version) document.stale.push(`${document.uri}: ${published.version} behind ${document.newest} of ${document.version}`);
    document.newest = published.version;
    document.diagnostics = published.diagnostics;
  });
}

const published = (server, document, version) => server.diagnostics((d) => d.uri === document.uri && d.version === version, 60_000);

/** Types or deletes a little at a random place; now and then the whole text is as it was, as after an undo. */
function change(server, document, random) {
  document.version++;
  const undo = random() < 0.02 || document.text.length > document.original.length * 2;
  const start = Math.floor(random() * document.text.length);
  const length = random() < 0.4 ? Math.floor(random() * 12) : 0;
  const text = undo ? document.original : PIECES[Math.floor(random() * PIECES.length)];
  const [from, to] = undo ? [0, document.text.length] : [clear(document.text, start), clear(document.text, start + length)];
  const range = { start: positionAt(document.text, from), end: positionAt(document.text, to) };
  document.text = document.text.slice(0, from) + text + document.text.slice(to);
  server.notify('textDocument/didChange', { textDocument: { uri: document.uri, version: document.version }, contentChanges: [{ range, text }] });
}

/** What was said last must be what somebody is told who opens the text anew. */
async function endsAsAFreshCheckSays(documents) {
  const fresh = new LspClient({ command: paths.program, args: ['lsp'] });
  try {
    await fresh.request('initialize', { ...initializeParams(), initializationOptions: { trusted: false } });
    fresh.notify('initialized', {});
    for (const { uri, language, text, diagnostics } of documents) {
      const copy = { uri, version: 1, newest: 0, stale: [], diagnostics: [] };
      follow(fresh, copy);
      const answer = published(fresh, copy, 1);
      fresh.notify('textDocument/didOpen', { textDocument: { uri, languageId: language, version: 1, text } });
      await answer;
      await new Promise((resolve) => { setTimeout(resolve, 300); }); // a finer layer may say more
      const brief = (list) => list.map(({ range, code, message }) => `${range.start.line}:${range.start.character} ${code} ${message}`);
      assert.deepEqual(brief(diagnostics), brief(copy.diagnostics), `${uri} (${language})`);
    }
  } finally {
    await fresh.close();
  }
}

/** An offset that does not cut a surrogate pair in two. */
function clear(text, offset) {
  const at = Math.min(offset, text.length);
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at;
}

function positionAt(text, offset) {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length - 1, character: offset - (before.lastIndexOf('\n') + 1) };
}

/** The same numbers in every run: a linear congruential generator (Numerical Recipes). */
function seeded(seed) {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** Of a process, on Linux; elsewhere memory is not looked at. */
function residentBytes(process) {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${process}/status`, 'utf8'))[1]) * 1024;
  } catch {
    return 0;
  }
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
const mebibytes = (bytes) => Math.round(bytes / 2 ** 20);
