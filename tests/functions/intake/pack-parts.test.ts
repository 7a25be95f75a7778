// Checked parts come out of the archive as they went in, and any program can open it.
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { packParts } from '../../../functions/intake/pack-parts.ts';
import { unpackZip } from '../../../functions/intake/zip-guard.ts';

const LIMITS = { entries: 10, entryBytes: 1_000_000, totalBytes: 1_000_000 };

it('packs parts that our own guard and another reader unpack as they were', async () => {
  const parts = new Map([
    ['[Content_Types].xml', '<Types/>'],
    ['xl/worksheets/名册.xml', `<sheetData>${'旧改'.repeat(1000)}</sheetData>`],
    ['xl/empty.xml', ''],
  ]);
  const bytes = packParts(parts);
  const texts = (files: Iterable<[string, Uint8Array]>) =>
    new Map([...files].map(([path, file]) => [path, new TextDecoder().decode(file)]));
  expect(texts(Object.entries(unzipSync(bytes)))).toEqual(parts);
  const unpacked = await unpackZip(bytes, LIMITS);
  expect(unpacked.ok && texts(unpacked.value)).toEqual(parts);
});
