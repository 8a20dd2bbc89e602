#!/usr/bin/env node
/** Breaks valid files of a corpus in one place each and keeps what the language's toolchain rejects. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createJudge } from './judges/index.mjs';
import { LANGUAGES } from './languages.mjs';
import { readLines, replaceLanguage } from './manifest.mjs';
import { MUTATIONS, applyEdit } from './mutations/index.mjs';
import { readOptions, requireOptions } from './options.mjs';
import { Random } from './random.mjs';
import { Source } from './source.mjs';

const USAGE = `usage: node mutate.mjs --language ID --corpus DIR [--tools DIR] [--from DIR ...] [--count 150] [--seed 1]
  --from  the folders that select.mjs took, where a compiler must see a file in its place (C, C++)`;
const NAMES = ['language', 'corpus', 'tools', 'from', 'count', 'seed'];
const TRIES_PER_KIND = 4;
/** Nothing is invalid Markdown, but these never belong there. */
const TEXT_ONLY_KINDS = ['conflict-marker', 'tool-tag'];

const options = { tools: '.', count: '150', seed: '1', ...readOptions(process.argv.slice(2), USAGE, NAMES, ['from']) };
requireOptions(options, USAGE, 'language', 'corpus');

const { language } = options;
const definition = LANGUAGES[language];
const kinds = definition.prose ? TEXT_ONLY_KINDS : Object.keys(MUTATIONS);
const counts = Object.fromEntries(kinds.map((kind) => [kind, 0]));
const valid = readLines(join(options.corpus, 'valid.jsonl')).filter((one) => one.language === language);
const judge = await createJudge(language, options.tools);
rmSync(join(options.corpus, 'mutated', language), { recursive: true, force: true });
const cases = await mutateAll(Number(options.count));
judge.close();
replaceLanguage(join(options.corpus, 'mutated.jsonl'), language, cases);
console.log(`${language}: ${cases.length} mutated files; ${kinds.map((kind) => `${kind} ${counts[kind]}`).join(', ')}`);

/** Goes through the files again and again, each time with the kinds that are rarest so far first. */
async function mutateAll(target) {
  const result = [];
  for (let round = 0; round < 4 && result.length < target; round++) {
    for (const one of new Random(`${options.seed} order ${language} ${round}`).shuffle(valid)) {
      const made = result.length < target ? await mutateOne(one, round) : undefined;
      result.push(...(made === undefined ? [] : [made]));
    }
  }

  return result;
}

async function mutateOne(one, round) {
  const random = new Random(`${options.seed} mutate ${one.id} ${round}`);
  const text = readFileSync(join(options.corpus, one.path), 'utf8');
  const source = new Source(text, definition);
  const order = random.shuffle(kinds).sort((a, b) => counts[a] - counts[b]);
  for (const kind of order) {
    for (let attempt = 0; attempt < TRIES_PER_KIND; attempt++) {
      const edit = MUTATIONS[kind](source, random, language);
      const made = edit && await judged(one, text, edit);
      if (made) {
        counts[kind]++;
        return store(one, kind, round, made);
      }
    }
  }

  return undefined;
}

async function judged(one, before, edit) {
  const made = applyEdit(before, edit);
  if (made.text === before) {
    return undefined;
  }

  const project = one.origin && options.from.map((folder) => join(folder, one.project)).find((path) => one.origin.startsWith(path));
  const verdict = await judge.check(made.text, { name: basename(one.path), before, certain: edit.certain, origin: project && one.origin, project });
  return verdict.ok === false || definition.prose ? { ...made, verdict } : undefined;
}

function store(one, kind, round, { text, line, verdict }) {
  const hash = one.id.split('-').at(-1);
  const path = ['mutated', language, `${hash}-${round}`, basename(one.path)].join('/');
  mkdirSync(dirname(join(options.corpus, path)), { recursive: true });
  writeFileSync(join(options.corpus, path), text);
  return { id: `${language}-m-${hash}-${round}`, language, path, kind, line, toolLine: verdict.line ?? undefined, judge: verdict.judge, of: one.id, message: verdict.message };
}
