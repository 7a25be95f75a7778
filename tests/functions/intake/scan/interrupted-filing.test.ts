// A filing that is cut short, by a page that no machine ends or by whoever stops it: the rest is filed all the same.
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileStack } from '../../../../functions/intake/scan/file-stack.ts';
import { readReceipt } from '../../../../functions/intake/scan/stack-receipt.ts';
import { listPages } from '../../../../functions/intake/scan/stack-records.ts';
import { blankPage, pdfOf } from '../../../../local/paperwork/stack-files.ts';
import { type FakePorts, fakePorts } from '../../../support/ports/fake-ports.ts';
import { fileNow, OUYUAN, PROJECT, putProject, STREET, uploadStack } from '../../../support/scans/filing-desk.ts';
import { pdfOfObjects } from '../../../support/scans/hostile-files.ts';

let fake: FakePorts;
beforeAll(async () => {
  fake = fakePorts();
  await putProject(fake.ports, PROJECT, OUYUAN);
});
afterAll(() => fake.close());

describe('the reader of a stack', () => {
  /** A page that is drawn over two hundred thousand times, between two pages of which nothing is to be said. */
  function endlessDrawing(): Buffer {
    const drawing = deflateSync(Buffer.from('0 0 595 842 re f '.repeat(200_000)));
    const page = (more = '') => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${more}>>`;
    return pdfOfObjects([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3>>',
      page(),
      page('/Contents 6 0 R'),
      page(),
      Buffer.concat([
        Buffer.from(`<</Filter/FlateDecode/Length ${drawing.length}>>stream\n`),
        drawing,
        Buffer.from('\nendstream'),
      ]),
    ]);
  }

  it('is killed by a page that never ends, and the next page gets a new one', async () => {
    const { stack, pages } = await fileNow(fake.ports, endlessDrawing());
    expect(stack).toMatchObject({ state: 'DONE', pages: 3, checked: 3 });
    expect(pages.map(({ state, findings }) => [state, findings])).toEqual([
      ['FILED', ['BLANK_PAGE']],
      ['NEEDS_ATTENTION', ['UNREADABLE_PAGE']],
      ['FILED', ['BLANK_PAGE']],
    ]);
  });
});

describe('a filing that is interrupted', () => {
  it('shows how far it is, keeps what is done, and goes on there', async () => {
    const pdf = await pdfOf([await blankPage(11), await blankPage(12), await blankPage(13)]);
    const uploadId = await uploadStack(fake.ports, STREET, pdf);
    const stopping = new AbortController();
    const views = {
      ...fake.ports.views,
      async write(writes: Parameters<typeof fake.ports.views.write>[0]) {
        await fake.ports.views.write(writes);
        if (writes.some(({ value }) => value?.checked === 1)) stopping.abort();
      },
    };
    const stopped = await fileStack({ ...fake.ports, views }, uploadId, stopping.signal);
    expect(stopped).toMatchObject({ state: 'CHECKING', pages: 3, filed: 3, checked: 1 });
    expect(await readReceipt(fake.ports, { actor: STREET, uploadId })).toMatchObject({
      ok: true,
      value: { state: 'CHECKING', pages: 3, filed: 3, checked: 1 },
    });
    const [first] = await listPages(fake.ports, uploadId);
    expect(await fileStack(fake.ports, uploadId)).toMatchObject({ state: 'DONE', checked: 3 });
    expect((await listPages(fake.ports, uploadId))[0]).toEqual(first);
  });
});
