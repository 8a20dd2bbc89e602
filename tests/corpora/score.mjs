#!/usr/bin/env node
/** Scores what `bench syntax` found on the cases of a corpus. */
import { readLines } from './manifest.mjs';
import { readOptions, requireOptions } from './options.mjs';

const USAGE = `usage: node score.mjs [--valid M] [--mutated M] [--negative M] --results FILE [--results FILE ...]
                      [--kinds LANGUAGE|all] [--misses LANGUAGE] [--false LANGUAGE]
  --valid, --mutated, --negative  manifests; cases without a result count as not measured
  --kinds                         detection per kind of mutation
  --misses                        mutated and negative cases that nothing was found in
  --false                         valid cases that something was found in, with the finding`;
const NAMES = ['valid', 'mutated', 'negative', 'results', 'kinds', 'misses', 'false'];
const LINE_TOLERANCE = 1;

const options = readOptions(process.argv.slice(2), USAGE, NAMES, ['results']);
requireOptions(options, USAGE, 'results');
const results = new Map(options.results.flatMap(readLines).filter((one) => one.error === undefined).map((one) => [one.id, one.findings]));
const sets = Object.fromEntries(['valid', 'mutated', 'negative'].map((set) => [set, load(options[set])]));

if (options.misses !== undefined) {
  listMisses(options.misses);
} else if (options.false !== undefined) {
  listFalse(options.false);
} else if (options.kinds !== undefined) {
  printKinds(options.kinds);
} else {
  printTable();
}

/** The cases of a manifest with their grave findings; notes and hints are no verdict. */
function load(manifest) {
  return (manifest === undefined ? [] : readLines(manifest)).filter((one) => results.has(one.id)).map((one) => {
    const findings = results.get(one.id).filter((finding) => /^(error|warning)$/i.test(finding.severity));
    const errors = findings.filter((finding) => /^error$/i.test(finding.severity));
    return { ...one, findings, errors };
  });
}

function found(one) {
  return one.findings.length > 0;
}

function failed(one) {
  return one.errors.length > 0;
}

/** Whether the first finding stands at the edit or where the toolchain first complains. */
function onLine(one) {
  const first = one.findings[0].line;
  return [one.line, one.toolLine].some((line) => line != null && Math.abs(line - first) <= LINE_TOLERANCE);
}

function percent(part, whole) {
  return whole === 0 ? '-' : ((100 * part) / whole).toFixed(1);
}

function summarize(name, valid, mutated, negative) {
  const detected = mutated.filter(found);
  return [
    name, mutated.length, percent(detected.length, mutated.length), percent(mutated.filter(failed).length, mutated.length),
    percent(detected.filter(onLine).length, detected.length),
    detected.length === 0 ? '-' : (detected.reduce((sum, one) => sum + one.findings.length, 0) / detected.length).toFixed(1),
    valid.length, percent(valid.filter(failed).length, valid.length), percent(valid.filter((one) => found(one) && !failed(one)).length, valid.length),
    negative.length, percent(negative.filter(found).length, negative.length),
  ];
}

function printTable() {
  const all = [...sets.valid, ...sets.mutated, ...sets.negative];
  const languages = [...new Set(all.map((one) => one.language))].sort();
  const rows = languages.map((language) => summarize(language, ...Object.values(sets).map((set) => set.filter((one) => one.language === language))));
  const head = ['language', 'mutated', 'found %', 'error %', 'line %', 'findings', 'valid', 'false err %', 'false warn %', 'negative', 'found %'];
  print([head, ...rows, summarize('all', ...Object.values(sets))]);
}

function printKinds(language) {
  const chosen = sets.mutated.filter((one) => language === 'all' || one.language === language);
  const kinds = [...new Set(chosen.map((one) => one.kind))].sort();
  print([['kind', 'mutated', 'found %', 'error %', 'line %'], ...kinds.map((kind) => summarize(kind, [], chosen.filter((one) => one.kind === kind), []).slice(0, 5))]);
}

function listMisses(language) {
  for (const one of [...sets.mutated, ...sets.negative].filter((other) => other.language === language && !found(other))) {
    console.log([one.id, one.kind ?? 'negative', `line ${one.line ?? one.toolLine ?? '?'}`, one.message ?? '', one.path].join('\t'));
  }
}

function listFalse(language) {
  for (const one of sets.valid.filter((other) => other.language === language && found(other))) {
    const first = one.errors[0] ?? one.findings[0];
    console.log([one.id, first.severity, `line ${first.line}:${first.column}`, first.code, first.message, one.path].join('\t'));
  }
}

function print(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  for (const row of rows) {
    console.log(row.map((cell, column) => (column === 0 ? String(cell).padEnd(widths[column]) : String(cell).padStart(widths[column]))).join('  '));
  }
}
