// Names of people can be erased from the file itself.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Names } from '../../../adapters/granted-directory.ts';
import { Database } from '../../../adapters/sqlite/database.ts';
import { sqliteNames } from '../../../adapters/sqlite/directory.ts';
import { createSchema } from '../../../adapters/sqlite/schema.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiugai-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('names', () => {
  async function contentAfter(step: (names: Names) => Promise<void>) {
    const file = join(folder, 'jiugai.sqlite');
    const database = new Database(file);
    createSchema(database);
    await step(sqliteNames(database));
    database.close();
    return readFileSync(file, 'utf8');
  }

  it('leave no trace in the file once they are forgotten', async () => {
    expect(await contentAfter((names) => names.remember('p-17', '欧阳喆'))).toContain('欧阳喆');
    expect(await contentAfter((names) => names.forget('p-17'))).not.toContain('欧阳喆');
  });
});
