#!/usr/bin/env node
/** Chooses valid real files of a language from folders of projects and writes them into a corpus. */
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { createJudge } from './judges/index.mjs';
import { LANGUAGES } from './languages.mjs';
import { listFiles, replaceLanguage } from './manifest.mjs';
import { readOptions, requireOptions } from './options.mjs';
import { Random, shortHash } from './random.mjs';

const USAGE = `usage: node select.mjs --language ID --from DIR [--from DIR ...] --corpus DIR [--tools DIR] [--count 150]
                       [--per-project 25] [--unjudged 0] [--seed 1]
  --from      a folder with one folder per project
  --tools     a folder with node_modules and judge-<language> programs (see README.md)
  --unjudged  the share of files, from 0 to 1, that may be taken though no toolchain can tell (1 for Kotlin and Swift)`;
const NAMES = ['language', 'from', 'corpus', 'tools', 'count', 'per-project', 'unjudged', 'seed'];
const MIN_BYTES = 80;
const MAX_BYTES = 200_000;
const LARGE_BYTES = 40_000;
const LARGE_SHARE = 0.08;
/** Files that are there to be wrong, and files that nobody wrote. */
const UNFIT = /(^|\/)(node_modules|vendor|fixtures?|__fixtures__|testdata|invalid|broken|bad|errors?|\.git)(\/|$)|\.min\./i;

const options = { tools: '.', count: '150', 'per-project': '25', unjudged: '0', seed: '1', ...readOptions(process.argv.slice(2), USAGE, NAMES, ['from']) };
requireOptions(options, USAGE, 'language', 'from', 'corpus');

const { language } = options;
const target = Number(options.count);
const random = new Random(`${options.seed} select ${language}`);
const judge = await createJudge(language, options.tools);
rmSync(join(options.corpus, 'valid', language), { recursive: true, force: true });
const chosen = await choose(random.shuffle(options.from.flatMap(listProjects)));
judge.close();
replaceLanguage(join(options.corpus, 'valid.jsonl'), language, chosen);
console.log(`${language}: ${chosen.length} valid files from ${new Set(chosen.map((one) => one.project)).size} projects, ${chosen.filter((one) => one.judge === undefined).length} of them trusted`);

/** Takes a file of each project in turn until there are enough. */
async function choose(projects) {
  const cases = [];
  const seen = new Set();
  const left = { unjudged: Math.round(target * Number(options.unjudged)), large: Math.round(target * LARGE_SHARE) };
  let open = projects.map((project) => ({ ...project, taken: 0 }));
  while (cases.length < target && open.length > 0) {
    for (const project of open) {
      const one = cases.length < target && project.taken < Number(options['per-project']) ? await takeNext(project, seen, left) : undefined;
      project.taken += one === undefined ? Infinity : 1;
      cases.push(...(one === undefined ? [] : [one]));
    }

    open = open.filter((project) => project.taken < Infinity);
  }

  return cases;
}

async function takeNext(project, seen, left) {
  while (project.files.length > 0) {
    const origin = project.files.pop();
    const bytes = readFileSync(origin);
    const text = bytes.toString('utf8');
    if (seen.has(shortHash(text)) || text.includes('\uFFFD') || (bytes.length > LARGE_BYTES && left.large === 0)) {
      continue;
    }

    const verdict = await judge.check(text, { name: basename(origin), origin, project: project.path });
    if (verdict.ok === false || (verdict.ok === null && left.unjudged === 0)) {
      continue;
    }

    seen.add(shortHash(text));
    left.unjudged -= verdict.ok === null ? 1 : 0;
    left.large -= bytes.length > LARGE_BYTES ? 1 : 0;
    return store(origin, project, verdict);
  }

  return undefined;
}

function store(origin, project, verdict) {
  const name = relative(project.path, origin).replaceAll('\\', '/');
  const hash = shortHash(`${project.name}/${name}`);
  const path = ['valid', language, project.name, hash, basename(origin)].join('/');
  mkdirSync(dirname(join(options.corpus, path)), { recursive: true });
  copyFileSync(origin, join(options.corpus, path));
  return { id: `${language}-v-${hash}`, language, path, project: project.name, origin, judge: verdict.judge };
}

function listProjects(folder) {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, path: join(folder, name), files: random.shuffle(listFiles(join(folder, name)).filter((path) => isFit(join(folder, name), path))) }))
    .filter((project) => project.files.length > 0);
}

function isFit(project, path) {
  const { size } = statSync(path);
  return LANGUAGES[language].files.test(path) && !UNFIT.test(relative(project, path)) && size >= MIN_BYTES && size <= MAX_BYTES;
}
