// Pages of papers that were issued: void and replaced ones say so when they are scanned, and a set says which pages it lacks.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainDateOf } from '../../../../domain/calendar/plain-date.ts';
import type { DocumentCode } from '../../../../domain/paper/catalogue.ts';
import { type Issued, issuedRow } from '../../../../domain/paper/issue-register.ts';
import { readReceipt } from '../../../../functions/intake/scan/stack-receipt.ts';
import { officeScanner, simulateScan } from '../../../../local/paperwork/simulate-scan.ts';
import { pdfOf } from '../../../../local/paperwork/stack-files.ts';
import { type FakePorts, fakePorts } from '../../../support/ports/fake-ports.ts';
import { type FiledStack, fileNow, OUYUAN, PROJECT, putProject, STREET } from '../../../support/scans/filing-desk.ts';
import { printSheets } from '../../../support/scans/printed-sheets.ts';

const OFFICE = officeScanner(1);

let fake: FakePorts;
let filed: FiledStack;

async function putIssued(kind: DocumentCode, version: number, pages: number, voidedOn?: string): Promise<void> {
  const paper: Issued = {
    projectNo: PROJECT,
    kind,
    version,
    title: kind,
    issuer: '五马街道',
    issuedOn: plainDateOf('2026-03-01'),
    sha256: 'c'.repeat(64),
    pages,
  };
  const register = { kind: 'PAPERS', id: PROJECT } as const;
  const day = voidedOn === undefined ? undefined : plainDateOf(voidedOn);
  await fake.ports.views.write([issuedRow(register, version, { paper, ...(day && { voidedOn: day }) })]);
}

beforeAll(async () => {
  fake = fakePorts();
  await putProject(fake.ports, PROJECT, OUYUAN);
  await putIssued('M1', 1, 3);
  await putIssued('M3', 1, 1, '2026-03-02');
  await putIssued('M4', 1, 1);
  await putIssued('M4', 2, 1);
  const pages = [
    ['M1', 1, 2],
    ['M3', 1, 1],
    ['M4', 1, 1],
    ['M4', 2, 1],
  ] as const;
  const { sheets } = await printSheets(
    fake.ports.seal,
    pages.map(([kind, version, page]) => ({
      name: { projectNo: PROJECT, kind, version, page },
      neighbourhood: OUYUAN.name,
    })),
  );
  const scans = await Promise.all(sheets.map(({ image }, index) => simulateScan(image, OFFICE, index)));
  filed = await fileNow(fake.ports, await pdfOf(scans));
});
afterAll(() => fake.close());

describe('a page of an issued paper', () => {
  it('is refused when the paper is void, and when a later version replaced it', () => {
    expect(filed.pages.map(({ state, findings }) => [state, ...findings])).toEqual([
      ['FILED'],
      ['REFUSED', 'VOID_PAPER'],
      ['REFUSED', 'OLD_VERSION'],
      ['FILED'],
    ]);
  });

  it('makes the receipt name the pages of its set that are not on file', async () => {
    const receipt = await readReceipt(fake.ports, { actor: STREET, uploadId: filed.uploadId });
    expect(receipt).toMatchObject({
      ok: true,
      value: { missing: [`${PROJECT} M1/0001/0001`, `${PROJECT} M1/0001/0003`] },
    });
  });
});
