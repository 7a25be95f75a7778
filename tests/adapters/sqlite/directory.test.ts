// Names of people can be erased from the file itself.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../adapters/sqlite/database.ts';
import { sqliteNames } from '../../../adapters/sqlite/directory.ts';
import { createSchema } from '../../../adapters/sqlite/schema.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiugai-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('names', () => {
  const file = () => join(folder, 'jiugai.sqlite');

  async function keepNames(...steps: ((names: ReturnType<typeof sqliteNames>) => Promise<void>)[]) {
    const database = new Database(file());
    createSchema(database);
    for (const step of steps) await step(sqliteNames(database));
    database.close();
    return readFileSync(file(), 'utf8');
  }

  it('leave no trace in the file once they are forgotten', async () => {
    expect(await keepNames((names) => names.remember('p-17', '欧阳喆'))).toContain('欧阳喆');
    expect(await keepNames((names) => names.forget('p-17'))).not.toContain('欧阳喆');
  });

  it('leave no trace of what they were before', async () => {
    const content = await keepNames(
      (names) => names.remember('p-17', '欧阳喆'),
      (names) => names.remember('p-17', '李四'),
    );
    expect(content).toContain('李四');
    expect(content).not.toContain('欧阳喆');
  });
});
