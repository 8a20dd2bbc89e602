import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PREFIX, PRODUCT_NAME } from '../infrastructure/identity';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly description: string; readonly media: Readonly<Record<string, string>> }[];
    }[];
  };
}

interface Setting {
  readonly default: unknown;
  readonly scope: string;
  readonly markdownDescription: string;
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
}

const root = path.resolve(import.meta.dirname, '../..');
const manifestText = readFileSync(path.join(root, 'package.json'), 'utf8');
const manifest = JSON.parse(manifestText) as Manifest;
const texts = JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8')) as Readonly<Record<string, string>>;
const commands = manifest.contributes.commands.map(({ command }) => command);
const settings = Object.assign({}, ...manifest.contributes.configuration.map(({ properties }) => properties)) as Record<string, Setting>;

function sources(): string[] {
  return readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('__tests__') && !name.startsWith('testing'))
    .map((name) => readFileSync(path.join(root, 'src', name), 'utf8'));
}

/** Ids of the palette in the code, which spells them with the prefix's constant. */
function commandsInCode(): string[] {
  const commandsFile = readFileSync(path.join(root, 'src/infrastructure/commands.ts'), 'utf8');
  return [...commandsFile.matchAll(/`\$\{PREFIX\}\.(\w+)`/g)].map(([, name]) => `${PREFIX}.${name!}`);
}

describe('the manifest', () => {
  it('declares the commands that the code registers, and no others', () => {
    expect(commands.toSorted()).toEqual(commandsInCode().toSorted());
    const registered = sources().flatMap((source) => [...source.matchAll(/registerCommand\([\w.]+, COMMANDS\.(\w+)/g)]);
    expect(registered.map(([, name]) => `${PREFIX}.${name!}`).toSorted()).toEqual(commands.toSorted());
  });

  it('puts all commands into one category', () => {
    expect(new Set(manifest.contributes.commands.map(({ category }) => category))).toEqual(new Set([PRODUCT_NAME]));
  });

  it('activates with the first text of any language, and with nothing else', () => {
    expect(manifest.activationEvents).toEqual(['onLanguage']);
  });

  it('has a text for every key, and a key for every text', () => {
    const keys = [...manifestText.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key!);
    expect(new Set(keys)).toEqual(new Set(Object.keys(texts)));
  });

  it('refers to files that exist', () => {
    const files = manifest.contributes.walkthroughs.flatMap(({ steps }) => steps.flatMap(({ media }) => Object.values(media)));
    expect(files).toHaveLength(4);
    for (const file of files) {
      expect(existsSync(path.join(root, file)), file).toBe(true);
    }
  });

  it('offers in texts only commands that exist', () => {
    const offered = Object.values(texts).flatMap((text) => [...text.matchAll(/\(command:([\w.]+)\)/g)].map(([, id]) => id!));
    const ours = offered.filter((id) => id.startsWith(PREFIX));
    expect(ours.length).toBeGreaterThan(0);
    for (const id of ours) {
      expect(commands).toContain(id);
    }
  });
});

describe.each(Object.entries(settings))('the setting %s', (name, setting) => {
  it('has the prefix, a default, a scope and a description', () => {
    expect(name.startsWith(`${PREFIX}.`)).toBe(true);
    expect(setting.default).toBeDefined();
    expect(['machine', 'window', 'resource']).toContain(setting.scope);
    expect(setting.markdownDescription).not.toBe('');
    expect(setting.markdownEnumDescriptions?.length).toBe(setting.enum?.length);
  });

  it('cannot make a repository start a program', () => {
    if (/path|env|python/i.test(name)) {
      expect(setting.scope).toBe('machine');
    }
  });
});
