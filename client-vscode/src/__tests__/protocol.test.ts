import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { isCheckFileResult, isCheckWorkspaceResult } from '../features/checks/protocol';
import { isDoctorResult } from '../features/doctor/protocol';
import { isSetLogLevelParams } from '../features/logging/protocol';
import { isStatusParams } from '../features/run-status/protocol';
import { isDocumentStatusParams } from '../features/syntax-status/protocol';
import { isDidChangeTrustParams } from '../features/trust/protocol';

interface Schema extends Record<string, unknown> {
  readonly required: readonly string[];
  readonly examples: readonly Readonly<Record<string, unknown>>[];
}

// The server's tests read the same files: what both sides accept there, they understand from each other.
const folder = path.resolve(import.meta.dirname, '../../../schemas/protocol');

describe.each([
  ['status', isStatusParams],
  ['documentStatus', isDocumentStatusParams],
  ['didChangeTrust', isDidChangeTrustParams],
  ['setLogLevel', isSetLogLevelParams],
  ['checkWorkspace.result', isCheckWorkspaceResult],
  ['checkFile.result', isCheckFileResult],
  ['doctor.result', isDoctorResult],
])('%s', (name, guard: (value: unknown) => boolean) => {
  const schema = JSON.parse(readFileSync(path.join(folder, `${name}.schema.json`), 'utf8')) as Schema;
  const validate = new Ajv2020().compile(schema);

  it('has examples that follow the schema and that the client accepts', () => {
    expect(schema.examples.length).toBeGreaterThan(0);
    for (const example of schema.examples) {
      expect(validate(example), JSON.stringify(example)).toBe(true);
      expect(guard(example), JSON.stringify(example)).toBe(true);
    }
  });

  it.each(schema.required)('is refused without %s', (property) => {
    for (const example of schema.examples) {
      const rest = Object.fromEntries(Object.entries(example).filter(([key]) => key !== property));
      expect(validate(rest)).toBe(false);
      expect(guard(rest)).toBe(false);
    }
  });

  it.each(schema.required)('is refused with a %s of another type', (property) => {
    const spoilt = { ...schema.examples[0], [property]: { unexpected: true } };
    expect(validate(spoilt)).toBe(false);
    expect(guard(spoilt)).toBe(false);
  });

  it.each([null, undefined, 3, 'text', [[]]])('is refused as %j', (value) => {
    expect(guard(value)).toBe(false);
  });
});
