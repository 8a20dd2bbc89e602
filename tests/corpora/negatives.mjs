#!/usr/bin/env node
/** Sorts the files of conformance suites into what a language's toolchain rejects and what it accepts. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { createJudge } from './judges/index.mjs';
import { LANGUAGES } from './languages.mjs';
import { listFiles, replaceLanguage } from './manifest.mjs';
import { readOptions, requireOptions } from './options.mjs';
import { Random, shortHash } from './random.mjs';

const USAGE = `usage: node negatives.mjs --language ID --from DIR [--from DIR ...] --corpus DIR [--tools DIR] [--count 120]
                          [--trust PATTERN] [--valid PATTERN] [--seed 1]
  --from   a folder with the files of a suite, each file one case
  --trust  paths below --from that are invalid by the suite's word where no toolchain can tell
  --valid  paths below --from that are valid by the suite's word: where the toolchain refuses one, it is too old or knows too little to judge it`;
const NAMES = ['language', 'from', 'corpus', 'tools', 'count', 'trust', 'valid', 'seed'];
const MAX_BYTES = 100_000;

const options = { tools: '.', count: '120', seed: '1', ...readOptions(process.argv.slice(2), USAGE, NAMES, ['from']) };
requireOptions(options, USAGE, 'language', 'from', 'corpus');

const { language } = options;
const target = Number(options.count);
const random = new Random(`${options.seed} negatives ${language}`);
const judge = await createJudge(language, options.tools);
const sets = { negative: [], positive: [] };
for (const set of Object.keys(sets)) {
  rmSync(join(options.corpus, set, language), { recursive: true, force: true });
}

await sortAll();
judge.close();
for (const [set, cases] of Object.entries(sets)) {
  replaceLanguage(join(options.corpus, `${set}.jsonl`), language, cases);
}

console.log(`${language}: ${sets.negative.length} negatives, ${sets.positive.length} positives`);

async function sortAll() {
  const files = options.from.flatMap((root) => listFiles(root).filter((path) => LANGUAGES[language].files.test(path)).map((path) => ({ root, path })));
  for (const { root, path } of random.shuffle(files)) {
    const text = statSync(path).size > MAX_BYTES ? undefined : readFileSync(path, 'utf8');
    if (text === undefined || text.includes('\uFFFD')) {
      continue;
    }

    const verdict = await judge.check(text, { name: basename(path), origin: path, project: root });
    const trusted = verdict.ok === null && options.trust !== undefined ? !new RegExp(options.trust).test(relative(root, path)) : verdict.ok;
    const isDisputed = trusted === false && options.valid !== undefined && new RegExp(options.valid).test(relative(root, path));
    const set = trusted === null || isDisputed ? undefined : trusted ? 'positive' : 'negative';
    if (set !== undefined && sets[set].length < target) {
      sets[set].push(store(set, root, path, verdict));
    }
  }
}

function store(set, root, origin, verdict) {
  const name = relative(root, origin).replaceAll('\\', '/');
  const hash = shortHash(`${basename(root)}/${name}`);
  const path = [set, language, hash, basename(origin)].join('/');
  mkdirSync(dirname(join(options.corpus, path)), { recursive: true });
  copyFileSync(origin, join(options.corpus, path));
  return { id: `${language}-${set[0]}-${hash}`, language, path, suite: basename(root), name, toolLine: verdict.line ?? undefined, judge: verdict.judge, message: verdict.message };
}
