// A data folder belongs to one process at a time.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../local/lock-folder.ts';

describe('a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jiugai-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is refused to a second one, with what to do', () => {
    const first = lockFolder(folder);
    const second = lockFolder(folder);
    expect(first.ok).toBe(true);
    expect(second).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_NOW', says: { en: expect.stringContaining('JIUGAI_DATA') } },
    });
    if (first.ok) first.value.release();
  });

  it('is free again when the first one lets go', () => {
    const first = lockFolder(folder);
    if (first.ok) first.value.release();
    const second = lockFolder(folder);
    expect(second.ok).toBe(true);
    if (second.ok) second.value.release();
  });
});
