// From sending `didChange` to the diagnostics of that version. Each edit inserts one seeded character at a seeded place, the next takes it
// out again; mended, a file must be without findings.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LspClient, initializeParams } from '../client/lsp-client.mjs';
import { extensions, positionAt, sample } from '../client/samples.mjs';
import { astGrep, floor, ours } from '../servers/servers.mjs';
import { median, milliseconds, quantile, table } from './statistics.mjs';

const INCREMENTAL = 2; // TextDocumentSyncKind

export async function latency(languages, sizes, edits) {
  const rows = [];
  for (const language of languages) {
    for (const lines of sizes) {
      const file = sample(language, lines);
      const results = new Map();
      for (const server of [ours, astGrep(language), floor].filter(Boolean)) {
        results.set(server.name, await measure(server, language, file, edits).catch((error) => { console.error(`${server.name}, ${language}: ${error.message}`); return {}; }));
      }
      const mine = results.get(ours.name), theirs = results.get('ast-grep'), base = results.get(floor.name);
      rows.push([
        language, file.text.split('\n').length, milliseconds(mine.p50), milliseconds(mine.p95), milliseconds(mine.open),
        percent(mine.broken), milliseconds(theirs?.p50), percent(theirs?.broken), theirs?.p50 ? `${(theirs.p50 / mine.p50).toFixed(1)}×` : '–', milliseconds(base.p50),
      ]);
    }
  }
  return table(['language', 'lines', 'edit p50 ms', 'edit p95 ms', 'open ms', 'seen', 'ast-grep p50 ms', 'ast-grep seen', 'ast-grep / ours', 'floor p50 ms'], rows);
}

/** The same edits in every run: a linear congruential generator (Numerical Recipes). */
function seeded(seed) {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

const percent = (share) => (share === undefined ? '–' : `${Math.round(share * 100)} %`);

async function measure(server, language, file, edits) {
  const folder = server.cwd ?? tmpdir();
  const client = new LspClient(server);
  const { capabilities } = await client.request('initialize', { ...initializeParams(pathToFileURL(folder).href), initializationOptions: {} });
  const sync = capabilities.textDocumentSync?.change ?? capabilities.textDocumentSync;
  client.notify('initialized', {});
  const uri = pathToFileURL(join(folder, `sample${extensions[language]}`)).href;
  const started = performance.now();
  const first = client.diagnostics((d) => d.uri === uri);
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: language, version: 1, text: file.text } });
  const open = (await first).at - started;
  const times = [];
  let broken = 0;
  const random = seeded(7);
  for (let i = 0, version = 2; i < edits; i++) {
    const offset = Math.floor(random() * file.text.length);
    const text = '(){}[]",;:x'[Math.floor(random() * 11)];
    const start = positionAt(file.text, offset);
    const end = { line: start.line, character: start.character + 1 };
    // A server that takes whole texts only gets whole texts.
    const brokenText = file.text.slice(0, offset) + text + file.text.slice(offset);
    const changes = sync === INCREMENTAL
      ? [{ range: { start, end: start }, text }, { range: { start, end }, text: '' }]
      : [{ text: brokenText }, { text: file.text }];
    for (const [step, change] of changes.entries()) {
      const answer = client.diagnostics((d) => d.uri === uri && (d.version === undefined || d.version === version), 10_000);
      const sent = performance.now();
      client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] });
      const { at, diagnostics } = await answer;
      if (step === 0 && diagnostics.length) broken++;
      if (step === 1 && diagnostics.length && server !== floor) throw new Error(`not mended: ${JSON.stringify(diagnostics[0])}`);
      if (i >= edits / 4) times.push(at - sent); // the first quarter warms the just-in-time compilers
      version++;
      await new Promise((resolve) => { setTimeout(resolve, 40); });
    }
  }
  await client.close();
  return { open, broken: broken / edits, p50: median(times), p95: quantile(times, 0.95) };
}
