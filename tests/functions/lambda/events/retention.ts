// The round that takes away what has been kept for as long as it may be.
import { beforeEach, expect, it, vi } from 'vitest';
import type { JsonObject } from '../../../../domain/json.ts';
import type { ViewWrite } from '../../../../domain/ports.ts';
import { SCHEDULED } from '../../../support/aws/events.ts';
import { BUCKETS } from '../../../support/aws/start-aws.ts';
import { roster, rowWith } from '../../../support/papers/spreadsheets.ts';
import { STREET, type Stage } from './stage.ts';

const DAY = 86_400_000;
/** In Shanghai. */
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

export function describeRetention(stageOf: () => Stage): void {
  let stage: Stage;
  beforeEach(() => {
    stage = stageOf();
  });

  const importRoster = async (id: string, rows: readonly ReturnType<typeof rowWith>[]) => {
    const { papers, clock } = await stage.ports();
    const meta = {
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      paperClass: 'UPLOAD',
      storedAt: clock.now(),
    } as const;
    const { sha256 } = await papers.put(await roster([...rows]), meta);
    const route = '/api/projects/{id}/rosters';
    const answer = await stage.http('intakeRoutes', {
      method: 'POST',
      route,
      parameters: { id },
      person: STREET,
      body: { sha256 },
      headers: { 'idempotency-key': sha256 },
    });
    expect(answer.statusCode).toBe(201);
    return sha256;
  };
  const bytesOf = (sha256: string) => stage.lambda.s3.store.list(BUCKETS.evidence, `papers/${sha256}`).length;

  it('erases a roster that was corrected a month ago, and notes which papers went', async () => {
    const id = await stage.openProject();
    const mistaken = await importRoster(id, [rowWith({})]);
    const inForce = await importRoster(id, [rowWith({ 5: '李四', 6: null, 7: null })]);
    await stage.lambda.call('eraseExpiredPapers', SCHEDULED);
    expect(bytesOf(mistaken)).toBe(1);

    vi.setSystemTime(Date.now() + 31 * DAY);
    stage.logged.length = 0;
    await stage.lambda.call('eraseExpiredPapers', SCHEDULED);

    expect(bytesOf(mistaken)).toBe(0);
    expect(bytesOf(inForce)).toBe(1);
    const counted = stage.logged.filter((line) => line.includes('_aws')).map((line) => JSON.parse(line));
    expect(counted).toMatchObject([
      { service: 'eraseExpiredPapers', expiredPapers: 2, unusedUploads: 0, papersTakenAway: 2 },
    ]);
    const noted = await (await stage.ports()).ledger.read({ kind: 'PRIVACY', id: today() });
    expect(noted).toMatchObject([
      { act: 'erase', payload: { what: 'roster', papers: expect.arrayContaining([mistaken]) } },
    ]);
    await stage.lambda.call('eraseExpiredPapers', SCHEDULED);
    expect(await (await stage.ports()).ledger.read({ kind: 'PRIVACY', id: today() })).toHaveLength(1);
  });

  it('breaks the lock of a paper that was issued under a number which somebody else got, and fails loudly if it may not', async () => {
    const { papers, clock } = await stage.ports();
    const meta = { mediaType: 'application/pdf', paperClass: 'ISSUED', storedAt: clock.now() } as const;
    const { sha256 } = await papers.put(new TextEncoder().encode('%PDF 五马街办补〔2026〕1号'), meta);
    await papers.erase(sha256);
    expect(await papers.get(sha256)).toBeUndefined();
    expect(bytesOf(sha256)).toBe(1);

    stage.lambda.s3.store.deny('s3:BypassGovernanceRetention');
    await expect(stage.lambda.call('eraseExpiredPapers', SCHEDULED)).rejects.toThrow();
    expect(stage.logged.join('')).toContain('"route":"eraseExpiredPapers"');
    stage.lambda.s3.store.allow('s3:BypassGovernanceRetention');
    await stage.lambda.call('eraseExpiredPapers', SCHEDULED);
    expect(bytesOf(sha256)).toBe(0);
  });

  it('erases an upload of which nobody has made anything in ninety days, and keeps one that an act names, or of which filed pages are kept', async () => {
    const { papers, clock } = await stage.ports();
    const upload = async (text: string, paperClass: 'UPLOAD' | 'VAULT' = 'UPLOAD') =>
      (
        await papers.put(new TextEncoder().encode(text), {
          mediaType: 'application/pdf',
          paperClass,
          storedAt: clock.now(),
        })
      ).sha256;
    const [named, unused] = [await upload('%PDF survey'), await upload('%PDF forgotten')];
    // Of a stack, the pages that were filed from it say that it is in use; its own record does not.
    const [stack, other] = [await upload('%PDF stack'), await upload('%PDF recorded')];
    const { views } = await stage.ports();
    const watermark = { ledger: 'uploads/of-this-test', seq: 1 };
    const row = (view: string, partition: string, sort: string, value: JsonObject) =>
      ({ view, partition, sort, value, watermark }) satisfies ViewWrite;
    await views.write([row('uploads', 'u-stack', 'upload', { sha256: stack })]);
    const filed = { state: 'FILED', name: { kind: 'F2' }, picture: await upload('picture of a filed page', 'VAULT') };
    const left = await upload('picture of a page that nobody filed', 'VAULT');
    await views.write([row('pages', 'u-stack', '0001', filed)]);
    await views.write([row('pages', 'u-other', '0001', { state: 'NEEDS_ATTENTION', name: null, picture: left })]);
    await views.write([row('uploads', 'u-other', 'upload', { sha256: other })]);
    const id = await stage.openProject();
    const survey = { ...(await stage.survey()), surveyedOn: today(), record: named };
    expect((await stage.act(id, 'record-survey', 1, survey)).statusCode).toBe(200);

    vi.setSystemTime(Date.now() + 89 * DAY);
    await stage.lambda.call('eraseExpiredPapers', SCHEDULED);
    expect([bytesOf(named), bytesOf(unused)]).toEqual([1, 1]);
    vi.setSystemTime(Date.now() + 2 * DAY);
    await stage.lambda.call('eraseExpiredPapers', SCHEDULED);
    expect([bytesOf(named), bytesOf(unused)]).toEqual([1, 0]);
    expect([bytesOf(stack), bytesOf(other), bytesOf(left)]).toEqual([1, 0, 0]);
    await papers.erase(filed.picture);
    await stage.lambda.call('eraseExpiredPapers', SCHEDULED);
    expect(bytesOf(stack)).toBe(0);
    stage.logged.length = 0;
    await stage.lambda.call('eraseExpiredPapers', SCHEDULED);
    expect(stage.logged.filter((line) => line.includes('"unusedUploads":0'))).toHaveLength(1);
  });
}
