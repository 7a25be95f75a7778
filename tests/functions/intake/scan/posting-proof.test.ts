// The proof that a notice hangs: a photo in which the poster's own code says what hangs, and where; each place has one
// before the count begins, and times that differ are shown.
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageIdOf } from '../../../../domain/paper/filing/filed-page.ts';
import type { Actor } from '../../../../domain/parties.ts';
import { readPostingProof } from '../../../../functions/intake/scan/posting-proof.ts';
import { simulateScan } from '../../../../local/paperwork/simulate-scan.ts';
import {
  GATE,
  notice,
  openStage,
  PROJECT_ID,
  STAIRWELL,
  type Stage,
} from '../../../domain/projects/consent/neighbourhood-on-stage.ts';
import { fileNow } from '../../../support/scans/filing-desk.ts';
import { printSheets } from '../../../support/scans/printed-sheets.ts';

const PHONE = {
  dpi: 180,
  skew: -3,
  perspective: 0.02,
  blur: 0.5,
  noise: 8,
  contrast: 0.8,
  jpegQuality: 75,
  waves: 1,
  turned: 0,
} as const;

let stage: Stage;
let body: Actor;
/** Photos of the posters of the gate (place 1) and of the stairwell (place 2), and of a paper that is no poster. */
let photos: readonly { readonly pageId: string; readonly sha256: string }[];

async function handIn(photo: Buffer, taken: string) {
  const dated = await sharp(photo)
    .withExif({ IFD2: { DateTimeOriginal: taken } })
    .jpeg({ quality: 85 })
    .toBuffer();
  const { uploadId, pages } = await fileNow(stage.ports, dated, body);
  return { pageId: pageIdOf(uploadId, 1), sha256: pages[0]?.digest ?? '' };
}

beforeAll(async () => {
  stage = await openStage();
  await stage.playUntil('PLAN_APPROVED');
  const { neighbourhood } = (await stage.perform('post-notice', 'BODY', await notice(stage))).project;
  body = { role: 'BODY', id: 'body-clerk', unit: neighbourhood.code };
  const poster = (kind: 'F3' | 'M4', serial?: number) => ({
    name: { projectNo: PROJECT_ID, kind, version: 1, page: 1, ...(serial !== undefined && { serial }) },
    neighbourhood: neighbourhood.name,
  });
  const { sheets } = await printSheets(stage.ports.seal, [poster('F3', 1), poster('F3', 2), poster('M4')]);
  const shots = await Promise.all(sheets.map(({ image }, index) => simulateScan(image, PHONE, index)));
  photos = [];
  for (const [index, shot] of shots.entries())
    photos = [...photos, await handIn(shot, index === 1 ? '2026:02:27 16:40:05' : '2026:03:02 09:12:30')];
});
afterAll(() => stage.close());

const confirm = (place: string, photo: number) => ({
  place,
  postedOn: '2026-03-02',
  photo: photos[photo]?.sha256 ?? '',
  photoPage: photos[photo]?.pageId ?? '',
});

describe('the photo of a poster', () => {
  it('says by itself which notice it shows, and when camera and file say it was made', async () => {
    const proof = await readPostingProof(stage.ports, { actor: body, pageId: photos[1]?.pageId ?? '' });
    expect(proof).toEqual({
      ok: true,
      value: {
        notice: { projectNo: PROJECT_ID, kind: 'F3', version: 1, page: 1, serial: 2 },
        photo: photos[1]?.sha256,
        photographedAt: '2026-02-27T16:40:05',
        receivedAt: '2026-03-02T01:00:00.000Z',
        daysLater: 3,
        suggestedDay: '2026-02-27',
      },
    });
  });

  it('is no proof if it shows another paper', async () => {
    const request = { actor: body, pageId: photos[2]?.pageId ?? '' };
    expect(await readPostingProof(stage.ports, request)).toMatchObject({ ok: false });
    const refusal = await stage.refusal('confirm-posting', 'BODY', confirm(GATE, 2));
    expect(refusal.fields?.map(({ path }) => path)).toEqual(['/photoPage']);
  });

  it('is no proof for a place that its poster was not printed for', async () => {
    const refusal = await stage.refusal('confirm-posting', 'BODY', confirm(STAIRWELL, 0));
    expect(refusal.fields?.map(({ path, says }) => [path, says.zh])).toEqual([
      ['/photoPage', expect.stringContaining(GATE)],
    ]);
  });

  it('is no proof of another photo than the one that was filed', async () => {
    const input = { ...confirm(GATE, 0), photo: photos[1]?.sha256 };
    expect((await stage.refusal('confirm-posting', 'BODY', input)).fields?.[0]?.path).toBe('/photoPage');
  });

  it('is needed for each place before the count begins, and a time that differs is shown', async () => {
    const first = await stage.perform('confirm-posting', 'BODY', confirm(GATE, 0));
    expect(first.project.state).toBe('PLAN_APPROVED');
    expect(first.entry.findings.map(({ code }) => code)).toEqual(['POSTING_PROVEN_BY_CODE']);
    const last = await stage.perform('confirm-posting', 'BODY', confirm(STAIRWELL, 1));
    expect(last.project.state).toBe('PUBLICITY_RUNNING');
    const shown = last.entry.findings.find(({ code }) => code === 'PHOTO_OF_ANOTHER_DAY');
    expect(shown).toMatchObject({
      verdict: 'WARN',
      facts: { kind: 'F3', version: 1, serial: 2, photographedAt: '2026-02-27T16:40:05', postedOn: '2026-03-02' },
    });
  });

  it('is no proof of a notice that was issued again, if it shows the poster that was voided', async () => {
    const told = { voidPaper: 'a'.repeat(64), kind: 'F3', version: 1, voidedOn: '2026-03-02' };
    await stage.perform('interrupt-publicity', 'SYSTEM', told);
    const again = await notice(stage);
    const documents = { ...again.documents, F3: await stage.paper('F3, printed again') };
    await stage.perform('post-notice', 'BODY', { ...again, documents });
    const refusal = await stage.refusal('confirm-posting', 'BODY', confirm(GATE, 0));
    expect(refusal.fields).toMatchObject([{ path: '/photoPage', says: { zh: '照片中的公示件已经作废' } }]);
  });
});
