// The folder of an office scanner: whole files are taken in, put aside, and found again after a restart.
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listOpenStacks } from '../../../functions/intake/scan/stack-records.ts';
import { scannerOf, takeScan } from '../../../functions/intake/scan/take-scan.ts';
import { findUpload } from '../../../functions/intake/upload-record.ts';
import { watchFolder } from '../../../local/scans/watch-folder.ts';
import { GIF, PDF } from '../../support/papers/smallest-files.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';

let fake: FakePorts;
let folder: string;
beforeEach(async () => {
  fake = fakePorts();
  folder = await mkdtemp(join(tmpdir(), 'jiugai-scans-'));
});
afterEach(async () => {
  fake.close();
  await rm(folder, { recursive: true });
});

const watch = () => watchFolder(fake.ports, folder);
const filesIn = async (...path: string[]) =>
  (await readdir(join(folder, ...path)).catch(() => [])).filter((name) => name.includes('.'));

describe('a watched folder', () => {
  it('takes a file in at the second look at which it has not grown', async () => {
    const { look } = watch();
    await writeFile(join(folder, 'scan0001.pdf'), PDF);
    await look();
    expect(await filesIn()).toEqual(['scan0001.pdf']);
    await appendFile(join(folder, 'scan0001.pdf'), '\n');
    await look();
    expect(await filesIn()).toEqual(['scan0001.pdf']);
    await look();
    expect(await filesIn()).toEqual([]);
    expect(await filesIn('done')).toEqual([expect.stringMatching(/-scan0001\.pdf$/)]);
    expect(await listOpenStacks(fake.ports)).toHaveLength(1);
  });

  it('puts what is no paper aside with the reason in both languages', async () => {
    const { look } = watch();
    await writeFile(join(folder, 'picture.gif'), GIF);
    await look();
    await look();
    const [file = '', reason = ''] = (await filesIn('refused')).toSorted();
    expect(file).toMatch(/-picture\.gif$/);
    expect(await readFile(join(folder, 'refused', reason), 'utf8')).toMatch(/^UNSUPPORTED_TYPE\n只接收.*\nOnly PDF/);
  });

  it('leaves files alone that are still being written under another name', async () => {
    const { look } = watch();
    await writeFile(join(folder, 'scan0002.pdf.part'), PDF);
    await look();
    await look();
    expect(await filesIn()).toEqual(['scan0002.pdf.part']);
  });

  it('takes in after a restart what was dropped before', async () => {
    await writeFile(join(folder, 'scan0003.pdf'), PDF);
    await watch().look();
    const restarted = watch();
    await restarted.look();
    await restarted.look();
    expect(await filesIn('done')).toHaveLength(1);
  });

  it('hands in what lies in the folder of a street in the name of the street, all else in that of the district’s office', async () => {
    await mkdir(join(folder, '330302005'));
    await mkdir(join(folder, 'holiday pictures'));
    for (const place of ['', '330302005', 'holiday pictures'])
      await writeFile(join(folder, place, 'scan.pdf'), `${PDF}${place}`);
    const { look } = watch();
    await look();
    await look();
    expect(await filesIn('330302005', 'done')).toHaveLength(1);
    expect(await filesIn('holiday pictures')).toEqual(['scan.pdf']);
    const uploads = await Promise.all((await listOpenStacks(fake.ports)).map((id) => findUpload(fake.ports, id)));
    expect(
      uploads.map((upload) => upload?.uploader).toSorted((a, b) => ((a?.unit ?? '') < (b?.unit ?? '') ? -1 : 1)),
    ).toEqual([
      { role: 'STREET', id: 'scanner', unit: '330302005' },
      { role: 'RENOVATION_OFFICE', id: 'scanner', unit: 'RENOVATION_OFFICE' },
    ]);
  });

  it('knows a file again that was taken in but not put aside when the power went', async () => {
    await writeFile(join(folder, 'scan0004.pdf'), PDF);
    await symlink(join(folder, 'nowhere', 'at all'), join(folder, 'done'));
    const { look } = watch();
    await look();
    await expect(look()).rejects.toThrow(/mkdir/);
    const taken = await listOpenStacks(fake.ports);
    expect(taken).toHaveLength(1);
    await rm(join(folder, 'done'));
    const restarted = watch();
    await restarted.look();
    await restarted.look();
    expect(await listOpenStacks(fake.ports)).toEqual(taken);
    expect(await filesIn('done')).toEqual([`${taken[0]}-scan0004.pdf`]);
  });

  it('makes one stack of a drop that is taken in twice at the same moment', async () => {
    const owner = scannerOf('330302005');
    if (owner === undefined) throw new Error('no street');
    const dropped = { owner, bytes: PDF, name: 'a.pdf', drop: 'a.pdf 1 2' };
    const taken = await Promise.all([takeScan(fake.ports, dropped), takeScan(fake.ports, dropped)]);
    expect(taken.map(({ waiting }) => waiting.ok)).toEqual([true, true]);
    expect(await listOpenStacks(fake.ports)).toEqual([taken[0]?.uploadId]);
  });

  it('keeps two files of one name apart', async () => {
    const { look } = watch();
    for (const more of ['1', '2']) {
      await writeFile(join(folder, 'scan0001.pdf'), `${PDF}${more}`);
      await look();
      await look();
    }
    expect(await filesIn('done')).toHaveLength(2);
  });
});
