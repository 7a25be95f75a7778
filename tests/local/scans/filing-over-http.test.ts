// Paper in over the front door: a stack sent by ticket and one dropped by a scanner file themselves while the clerk looks on.
import { hash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import { officeScanner, simulateScan } from '../../../local/paperwork/simulate-scan.ts';
import { blankPage, pdfOf } from '../../../local/paperwork/stack-files.ts';
import { type RunningServer, startServer } from '../../../local/start-server.ts';
import { Clerk } from '../../support/journey/clerk.ts';
import { printSheets } from '../../support/scans/printed-sheets.ts';

const STREET = '330302001';
const NEIGHBOURHOOD = { name: '月季小区', code: `${STREET}001-01`, community: `${STREET}001`, street: STREET };
const OFFICE = officeScanner(0.7);
const PATIENCE = { timeout: 120_000, interval: 100 };

let folder: string;
let server: RunningServer;
let clerk: Clerk;
let projectNo: string;
let scans: readonly Buffer[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiugai-'));
  const started = await startServer({
    folder: join(folder, 'data'),
    scans: join(folder, 'scans'),
    clock: { kind: 'VIRTUAL', from: instantOf(Date.UTC(2026, 2, 2, 1)) },
    port: 0,
    demo: true,
    log: () => {},
  });
  if (!started.ok) throw new Error(started.refusal.says.en);
  server = started.value;
  clerk = new Clerk({ origin: server.origin, open: async () => {}, answered: () => {} });
  const { body } = await clerk.post('street-01', '/api/projects', { input: { neighbourhood: NEIGHBOURHOOD } });
  projectNo = String(body.projectId);
  const name = (page: number) => ({ projectNo, kind: 'M1', version: 1, page }) as const;
  const { sheets } = await printSheets(
    server.system.ports.seal,
    [1, 2].map((page) => ({ name: name(page), neighbourhood: NEIGHBOURHOOD.name })),
  );
  scans = await Promise.all(sheets.map(({ image }, index) => simulateScan(image, OFFICE, index)));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const receiptOf = (uploadId: string) => clerk.get('street-01', `/api/uploads/${uploadId}/pages`);
const done = (uploadId: string) =>
  expect.poll(async () => (await receiptOf(uploadId)).body.state, PATIENCE).toBe('DONE');

/** As the page of the office sends it. */
async function sendStack(bytes: Buffer): Promise<string> {
  const { body } = await clerk.post('street-01', '/api/uploads', { input: { name: '扫描.pdf' } });
  await clerk.post('street-01', new URL(String(body.url), server.origin).pathname, {
    form() {
      const form = new FormData();
      for (const [field, value] of Object.entries(Object(body.fields))) form.append(field, String(value));
      form.append('file', new Blob([Uint8Array.from(bytes)]), '扫描.pdf');
      return form;
    },
  });
  return String(body.uploadId);
}

describe('a stack sent over HTTP', () => {
  let uploadId: string;
  let bytes: Buffer;

  it('is filed as soon as it is asked for, and its receipt lists every page', async () => {
    const [first = Buffer.alloc(0)] = scans;
    bytes = await pdfOf([first, await blankPage(1)]);
    uploadId = await sendStack(bytes);
    const asked = await clerk.post('street-01', `/api/uploads/${uploadId}/file`, { input: {} });
    expect(asked).toMatchObject({ status: 202, body: { uploadId, state: 'WAITING' } });
    await done(uploadId);
    expect((await receiptOf(uploadId)).body).toMatchObject({
      pages: 2,
      filed: 2,
      checked: 2,
      counts: { FILED: 2, NEEDS_ATTENTION: 0, REFUSED: 0, CHECKING: 0 },
      list: [
        { number: 1, state: 'FILED', name: { projectNo, kind: 'M1', version: 1, page: 1 }, findings: [] },
        { number: 2, state: 'FILED', name: null, findings: [{ code: 'BLANK_PAGE' }] },
      ],
    });
    const onFile = await clerk.get('street-01', `/api/projects/${projectNo}/filed-papers`);
    expect(onFile.body.papers).toMatchObject([{ kind: 'M1', version: 1, pages: [{ page: 1 }] }]);
  });

  it('has its bytes kept untouched, and a picture of each page', async () => {
    const { body } = await clerk.get('street-01', `/api/uploads/${uploadId}`);
    expect(body.sha256).toBe(hash('sha256', bytes));
    const kept = await server.system.ports.papers.get(String(body.sha256));
    expect(Buffer.compare(kept ?? Buffer.alloc(0), bytes)).toBe(0);
    const token = await fetch(`${server.origin}/oidc/demo-token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account: 'street-01', password: 'jiugai-2020' }),
    }).then((answer) => answer.json());
    const picture = await fetch(`${server.origin}/api/pages/${uploadId}.0001/picture`, {
      headers: { authorization: `Bearer ${token.access_token}` },
    });
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect((await clerk.get('street-02', `/api/pages/${uploadId}.0001/picture`)).status).toBe(404);
  });

  it('is on the list of its own party, and of no other', async () => {
    expect((await clerk.get('street-01', '/api/stacks')).body).toMatchObject({ stacks: [{ uploadId, state: 'DONE' }] });
    expect((await clerk.get('street-02', '/api/stacks')).body).toEqual({ stacks: [] });
  });
});

describe('a stack dropped by a scanner', () => {
  it('is taken from the folder of its street and filed without anybody asking', async () => {
    await mkdir(join(folder, 'scans', STREET), { recursive: true });
    await writeFile(join(folder, 'scans', STREET, 'scan0001.jpg'), scans[1] ?? Buffer.alloc(0));
    const listed = async () => {
      const { stacks } = (await clerk.get('street-01', '/api/stacks')).body;
      return (stacks as { pages: number; state: string }[]).map(({ pages, state }) => `${pages} ${state}`).toSorted();
    };
    await expect.poll(listed, PATIENCE).toEqual(['1 DONE', '2 DONE']);
    const onFile = await clerk.get('street-01', `/api/projects/${projectNo}/filed-papers`);
    expect(onFile.body.papers).toMatchObject([{ kind: 'M1', pages: [{ page: 1 }, { page: 2 }] }]);
  });
});
