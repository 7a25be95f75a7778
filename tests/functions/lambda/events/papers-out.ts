// Papers out over the gateway: drafts, forms, issued papers and the pages of them again, as the function behind it gives them.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { readPdf } from '../../../../local/paperwork/read-pdf.ts';
import { httpEvent } from '../../../support/aws/events.ts';
import { BUCKETS } from '../../../support/aws/start-aws.ts';
import { renamedFont } from '../../typesetting/renamed-font.ts';
import { Answer, OFFICE, OTHER_STREET, STREET, type Stage } from './stage.ts';

const FANDOL = new URL('../../../../functions/typesetting/fonts/fandol/', import.meta.url);
const NOTICE = {
  matterName: '启动申请',
  applicant: '月季小区自治小组',
  receivedAt: '2026-03-02',
  correctBy: '2026-03-16',
  lapseRule: '撤回申请',
  deficiencies: [{ material: 'M4', problem: '未提交', correction: '补齐' }],
};

export function describePapersOut(stageOf: () => Stage): void {
  let stage: Stage;
  let id: string;
  beforeEach(async () => {
    stage = stageOf();
    id = await stage.openProject();
  });

  const ask = (method: 'GET' | 'POST', path: string, more: object = {}, person = STREET) =>
    stage.http('paperOutRoutes', {
      method,
      route: `/api/projects/{id}/${path}`,
      parameters: { id },
      person,
      ...more,
    });
  const pdfOf = ({
    body,
    isBase64Encoded,
  }: {
    body: Record<string, unknown>;
    isBase64Encoded?: boolean | undefined;
  }) => {
    expect(isBase64Encoded).toBe(true);
    return new Uint8Array(Buffer.from(String(body.body), 'base64'));
  };
  const issue = (body: object, person = STREET) =>
    ask('POST', 'papers', { body, headers: { 'idempotency-key': crypto.randomUUID() } }, person);

  it('says what a paper needs that the ledger does not know', async () => {
    const { statusCode, body } = await ask('POST', 'papers/prepare', { body: { kind: 'N1' } });
    expect(statusCode).toBe(200);
    expect(body.contents).toMatchObject({ projectNo: id });
    expect(body.missing).toContainEqual(expect.objectContaining({ path: '/contents/matterName' }));
  });

  it('sets a draft without number and code, and registers nothing', async () => {
    const draft = await ask('POST', 'papers/draft', { body: { kind: 'N1', contents: NOTICE } });
    expect(draft).toMatchObject({ statusCode: 200, headers: { 'content-type': 'application/pdf' } });
    const pages = await readPdf(pdfOf(draft));
    expect(pages.flatMap(({ pictures }) => pictures)).toEqual([]);
    expect((await ask('GET', 'papers')).body.papers).toEqual([]);
  });

  it('issues a paper under the next number, locks its bytes, and gives it and its pages again', async () => {
    const issued = await issue({ kind: 'N1', contents: NOTICE });
    expect(issued).toMatchObject({ statusCode: 201, body: { kind: 'N1', issuer: '五马街道办事处' } });
    const sha256 = String(issued.body.sha256);
    const [stored] = stage.lambda.s3.store.list(BUCKETS.evidence, `papers/${sha256}`);
    expect(stored?.version.lockedUntil).toBeGreaterThan(Date.UTC(2036, 1));

    await stage.lambda.stream();
    const listed = await ask('GET', 'papers');
    expect(listed.body.papers).toMatchObject([{ kind: 'N1', sha256 }]);
    const parameters = { id, sha256 };
    const again = await ask('GET', 'papers/{sha256}', { parameters });
    expect(again).toMatchObject({ statusCode: 200, headers: { 'content-type': 'application/pdf' } });
    const [page] = await readPdf(pdfOf(again));
    expect(page?.pictures.length).toBeGreaterThan(0);
  });

  it('is asked for by the party of the paper, for its own neighbourhoods', async () => {
    expect((await issue({ kind: 'N1', contents: NOTICE }, OTHER_STREET)).statusCode).toBe(403);
    expect((await issue({ kind: 'A2', contents: {} })).statusCode).toBe(403);
  });

  it('names every field of a paper that is not as it should be', async () => {
    const { statusCode, body } = await issue({ kind: 'N1', contents: { ...NOTICE, receivedAt: 'yesterday' } });
    expect(statusCode).toBe(422);
    expect(body.fields).toMatchObject([{ path: '/contents/receivedAt' }]);
  });

  it('prints a blank form', async () => {
    const form = await ask('GET', 'forms/{kind}', { parameters: { id, kind: 'SI1' }, query: { serial: '3' } });
    expect(form).toMatchObject({ statusCode: 200, headers: { 'content-type': 'application/pdf' } });
    expect((await readPdf(pdfOf(form))).length).toBeGreaterThan(0);
  });

  it('lists what the district has issued in a year', async () => {
    const route = '/api/programme/{year}/papers';
    const listed = await stage.http('paperOutRoutes', {
      method: 'GET',
      route,
      parameters: { year: '2026' },
      person: OFFICE,
    });
    expect(listed).toMatchObject({ statusCode: 200, body: { papers: [] } });
  });

  it('takes the district’s own fonts before ours, where its layer has them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jiugai-fonts-'));
    const song = await readFile(new URL('FandolSong-Regular.otf', FANDOL));
    await writeFile(join(folder, 'fangsong.otf'), renamedFont(song, 'FangSong_GB2312'));
    vi.stubEnv('JIUGAI_FONTS', folder);
    // A new instance of the function reads its environment when it starts.
    vi.resetModules();
    const { paperOutRoutes } = await import('../../../../functions/typesetting/lambda.ts');
    const event = httpEvent({
      method: 'POST',
      route: '/api/projects/{id}/papers/draft',
      parameters: { id },
      person: STREET,
      body: { kind: 'N1', contents: NOTICE },
    });
    const answer = Answer.parse(await paperOutRoutes(event as never, { awsRequestId: 'fonts' } as never));
    await rm(folder, { recursive: true });
    vi.stubEnv('JIUGAI_FONTS', undefined);
    const ours = await ask('POST', 'papers/draft', { body: { kind: 'N1', contents: NOTICE } });
    const fontsOf = async (pdf: Uint8Array) =>
      (await readPdf(pdf)).flatMap(({ runs }) => runs.map(({ font }) => font)).join(' ');
    expect(await fontsOf(pdfOf(ours))).toMatch(/FandolFang/);
    expect(await fontsOf(pdfOf(answer))).not.toMatch(/FandolFang/);
  });
}
