// A stack whose bytes were changed where they are kept: nothing of it is read, and nothing of it stands in the records.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Fault } from '../../../../domain/errors.ts';
import { fileStack } from '../../../../functions/intake/scan/file-stack.ts';
import { findStack, listPages } from '../../../../functions/intake/scan/stack-records.ts';
import { samplePdf } from '../../../../local/seed/sample-pdf.ts';
import { type FakePorts, fakePorts } from '../../../support/ports/fake-ports.ts';
import { STREET, uploadStack } from '../../../support/scans/filing-desk.ts';

let fake: FakePorts;
beforeEach(() => {
  fake = fakePorts();
});
afterEach(() => fake.close());

it('is a fault once the last piece has come, and is filed when the bytes are right again', async () => {
  const { ports } = fake;
  const uploadId = await uploadStack(ports, STREET, samplePdf('one'));
  async function* changed(pieces: AsyncIterable<Uint8Array> | undefined) {
    if (pieces !== undefined) yield* pieces;
    throw new Fault('CORRUPT', 'changed');
  }
  const stream: typeof ports.papers.stream = async (sha256) => changed(await ports.papers.stream(sha256));
  const damaged = { ...ports, papers: { ...ports.papers, stream } };
  await expect(fileStack(damaged, uploadId)).rejects.toMatchObject({ code: 'CORRUPT' });
  expect(await findStack(ports, uploadId)).toBeUndefined();
  expect(await listPages(ports, uploadId)).toEqual([]);
  expect(await fileStack(ports, uploadId)).toMatchObject({ state: 'DONE', checked: 1 });
});
