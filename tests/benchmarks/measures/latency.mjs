// From sending `didChange` to the right diagnostics: other ones than the sound file has while it is broken, the same when it is mended.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LspClient, initializeParams } from '../client/lsp-client.mjs';
import { extensions, positionAt, sample } from '../client/samples.mjs';
import { astGrep, floor, ours } from '../servers/servers.mjs';
import { median, milliseconds, quantile, table } from './statistics.mjs';

export async function latency(languages, sizes, edits) {
  const rows = [];
  for (const language of languages) {
    for (const lines of sizes) {
      const file = sample(language, lines);
      const results = new Map();
      for (const server of [ours, astGrep(language), floor].filter(Boolean)) {
        results.set(server.name, await measure(server, language, file, edits).catch((error) => ({ error })));
      }
      const mine = results.get(ours.name), theirs = results.get('ast-grep'), base = results.get(floor.name);
      rows.push([
        language, file.text.split('\n').length, milliseconds(mine.p50), milliseconds(mine.p95), milliseconds(mine.open),
        milliseconds(theirs?.p50), theirs?.p50 ? `${(theirs.p50 / mine.p50).toFixed(1)}×` : '–', milliseconds(base.p50),
      ]);
    }
  }
  return table(['language', 'lines', 'edit p50 ms', 'edit p95 ms', 'open ms', 'ast-grep p50 ms', 'ast-grep / ours', 'floor p50 ms'], rows);
}

async function measure(server, language, file, edits) {
  const folder = server.cwd ?? tmpdir();
  const client = new LspClient(server);
  await client.request('initialize', { ...initializeParams(pathToFileURL(folder).href), initializationOptions: {} });
  client.notify('initialized', {});
  const uri = pathToFileURL(join(folder, `sample${extensions[language]}`)).href;
  const started = performance.now();
  const first = client.diagnostics((d) => d.uri === uri);
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: language, version: 1, text: file.text } });
  const open = (await first).at - started;
  const doesNothing = server === floor;
  const start = positionAt(file.text, file.breakAt);
  const end = { line: start.line, character: start.character + 1 };
  const times = [];
  for (let i = 0, version = 2; i < edits; i++) {
    for (const breaks of [true, false]) {
      const right = client.diagnostics((d) => d.uri === uri && (d.version === undefined || d.version === version) && (doesNothing || (d.diagnostics.length > 0) === breaks));
      const sent = performance.now();
      client.notify('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [breaks ? { range: { start, end: start }, text: file.breakWith } : { range: { start, end }, text: '' }],
      });
      const { at } = await right;
      if (i >= edits / 4) times.push(at - sent); // the first quarter warms the just-in-time compilers
      version++;
      await new Promise((resolve) => { setTimeout(resolve, 60); });
    }
  }
  await client.close();
  return { open, p50: median(times), p95: quantile(times, 0.95) };
}
