// What is kept about people goes when its time is over, is shown to themselves, put right, blackened for publication, and
// leaves a trace of everybody who looked.
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  addDays,
  dateInShanghai,
  epochMillisecondsOf,
  instantOf,
  plainDateOf,
} from '../../domain/calendar/plain-date.ts';
import { keptUntil } from '../../domain/paper/retention.ts';
import { loadRosterHistory } from '../../functions/runtime/append-roster-entry.ts';
import { writeOfPage } from '../../functions/runtime/scanned-page.ts';
import { DEMO_PASSWORD } from '../../local/seed/district.ts';
import { projectIn, V4 } from '../domain/projects/funding/step-four.ts';
import { putInLedger } from '../functions/funding/project-in-ledger.ts';
import { runServer, type TestServer } from '../support/journey/running-server.ts';
import { roster, rowWith } from '../support/papers/spreadsheets.ts';

const NEIGHBOURHOOD = { name: '月季小区', code: '330302001001-01', community: '330302001001', street: '330302001' };
const PERSON = { unit: '3-2-0501', name: '张三' };
const ID_NUMBER = '330302196001010011';
const PHONE = '13800000001';

let server: TestServer;
let projectId: string;
const tokens = new Map<string, string>();
beforeEach(async () => {
  tokens.clear();
  server = await runServer('2026-03-02T09:00:00+08:00');
  const opened = await send('street-01', 'POST', '/api/projects', { neighbourhood: NEIGHBOURHOOD });
  projectId = String(opened.body.projectId);
});
afterEach(() => server.close());

async function send(account: string, method: string, path: string, input?: unknown) {
  const token = tokens.get(account) ?? (await signIn(account));
  tokens.set(account, token);
  const answer = await fetch(new URL(path, server.origin), {
    method,
    headers: { authorization: `Bearer ${token}`, ...(input !== undefined && { 'content-type': 'application/json' }) },
    ...(input !== undefined && { body: JSON.stringify(input) }),
  });
  const text = await answer.text();
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  return { status: answer.status, text, body: (isJson ? JSON.parse(text) : {}) as Record<string, unknown> };
}

async function signIn(account: string): Promise<string> {
  const answer = await fetch(new URL('/oidc/demo-token', server.origin), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password: DEMO_PASSWORD }),
  });
  return z.object({ access_token: z.string() }).parse(await answer.json()).access_token;
}

/** Uploads as a clerk does; SHA-256. */
async function upload(bytes: Uint8Array, name: string): Promise<string> {
  const ticket = z
    .object({ uploadId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) })
    .parse((await send('street-01', 'POST', '/api/uploads', { name })).body);
  const form = new FormData();
  for (const [field, value] of Object.entries(ticket.fields)) form.append(field, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const sent = await fetch(new URL(new URL(ticket.url, server.origin).pathname, server.origin), {
    method: 'POST',
    body: form,
  });
  expect(sent.status).toBe(204);
  return String((await send('street-01', 'GET', `/api/uploads/${ticket.uploadId}`)).body.sha256);
}

async function importRoster(): Promise<void> {
  const sha256 = await upload(
    await roster([rowWith({}), rowWith({ 2: '0502', 5: '李四', 6: null, 7: null })]),
    'r.xlsx',
  );
  expect((await send('street-01', 'POST', `/api/projects/${projectId}/rosters`, { sha256 })).status).toBe(201);
}

async function pass(days: number): Promise<void> {
  const to = instantOf(epochMillisecondsOf(server.system.ports.clock.now()) + days * 86_400_000);
  expect((await server.system.advance(to)).ok).toBe(true);
}

const person = (what: 'export' | 'correct', input: object, account = 'street-01') =>
  send(account, 'POST', `/api/projects/${projectId}/people/${what}`, input);
const privacyOf = (day: string, account = 'audit') => send(account, 'GET', `/api/privacy/${day}`);
const imports = async () => (await loadRosterHistory(server.system.ports, NEIGHBOURHOOD.code)).imports;
const isKept = async (sha256: string) => (await server.system.ports.papers.get(sha256)) !== undefined;

describe('a person', () => {
  it('is told everything that is held, and nobody else is told anything', async () => {
    await importRoster();
    const { status, body } = await person('export', PERSON);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      rosters: [{ name: PERSON.name, idNumber: ID_NUMBER, phone: PHONE, inForce: true }],
      votes: [],
    });
    expect((await person('export', { ...PERSON, name: '李四' })).status).toBe(404);
    expect((await person('export', PERSON, 'street-02')).status).toBe(403);
    for (const account of ['renovation-office', 'operator', 'body-01-1', 'audit']) {
      expect((await person('export', PERSON, account)).status, account).toBe(403);
    }
  });

  it('has it put right in the roster in force, and the mistake is erased when its time is over', async () => {
    await importRoster();
    const corrected = await person('correct', { ...PERSON, to: { phone: '13900000009' } });
    expect(corrected.status).toBe(200);
    const { rosters } = z
      .object({ rosters: z.array(z.object({ phone: z.string().optional(), inForce: z.boolean() })) })
      .parse((await person('export', PERSON)).body);
    expect(rosters).toEqual([
      { phone: PHONE, inForce: false },
      { phone: '13900000009', inForce: true },
    ]);
    const [wrong, right] = await imports();
    await pass(30);
    expect(await isKept(String(wrong?.vault))).toBe(true);
    await pass(2);
    expect([await isKept(String(wrong?.vault)), await isKept(String(right?.vault))]).toEqual([false, true]);
    // The sheet is that of both.
    expect(await isKept(String(right?.source))).toBe(true);
    expect((await person('correct', { ...PERSON, to: {} })).status).toBe(422);
    expect((await person('correct', { unit: PERSON.unit, name: '王五', to: { phone: '1' } })).status).toBe(404);
  });
});

describe('the record of personal data', () => {
  it('says who looked at, handed out and changed what, and names no person', async () => {
    await importRoster();
    await person('export', PERSON);
    await person('correct', { ...PERSON, to: { phone: '13900000009' } });
    await send('street-01', 'GET', `/api/projects/${projectId}/evidence`);
    const { status, body, text } = await privacyOf('2026-03-02');
    expect(status).toBe(200);
    const by = { role: 'STREET', unit: '330302001' };
    expect(body.entries).toMatchObject([
      { act: 'export-person', by, about: { projectId } },
      { act: 'correct-person', by, about: { projectId } },
      { act: 'view', by, about: { projectId, evidence: true } },
    ]);
    for (const secret of [PERSON.name, ID_NUMBER, PHONE, '13900000009', PERSON.unit])
      expect(text).not.toContain(secret);
    expect((await privacyOf('2026-03-02', 'street-01')).status).toBe(403);
    expect((await privacyOf('2026-03-02', 'operator')).status).toBe(403);
    expect((await privacyOf('2026-03-01')).body).toEqual({ entries: [] });
  });

  it('cannot be changed unnoticed', async () => {
    await importRoster();
    await person('export', PERSON);
    const sql = "UPDATE entries SET entry = '{}' WHERE kind = 'PRIVACY'";
    expect(() => server.system.stored.database.connection.exec(sql)).toThrow('append-only');
  });
});

describe('retention', () => {
  it('takes the people of a roster away a year after the last project of the neighbourhood has closed', async () => {
    const { ports: own } = server.system;
    const closed = {
      ...projectIn('OWNER_MAINTENANCE', V4, '330302-2026-0099'),
      neighbourhood: { ...NEIGHBOURHOOD, code: '330302001001-02' },
    };
    await putInLedger(own, { ...closed, since: own.clock.now() });
    const code = closed.neighbourhood.code;
    const sha256 = await upload(await roster([rowWith({})]), 'r.xlsx');
    const sent = await send('street-01', 'POST', `/api/projects/330302-2026-0099/rosters`, { sha256 });
    expect(sent.status).toBe(201);
    const [imported] = (await loadRosterHistory(own, code)).imports;
    const papers = [String(imported?.vault), String(imported?.source)];
    await pass(365);
    expect(await Promise.all(papers.map(isKept))).toEqual([true, true]);
    await pass(1);
    expect(await Promise.all(papers.map(isKept))).toEqual([false, false]);
    const today = dateInShanghai(own.clock.now());
    const { entries } = z
      .object({
        entries: z.array(
          z.object({ act: z.string(), about: z.object({ what: z.string(), papers: z.array(z.string()) }) }),
        ),
      })
      .parse((await privacyOf(today)).body);
    expect(entries).toEqual([{ act: 'erase', about: { what: 'roster', papers } }]);
    // The register of what was erased, and the totals, stay.
    expect((await loadRosterHistory(own, code)).imports).toHaveLength(1);
  });

  it('takes an upload away that nobody has used for ninety days, and none that was named', async () => {
    const unused = await upload(Buffer.from('%PDF-1.7\n% unused\n%%EOF\n'), 'id-card.pdf');
    const record = await upload(Buffer.from('%PDF-1.7\n% record\n%%EOF\n'), 'survey.pdf');
    const eligibility = {
      completionYear: 1996,
      inDemolitionPlan: false,
      dangerGrade: 'B',
      comprehensivelyRenovable: true,
    };
    const token = tokens.get('street-01') ?? '';
    const acted = await fetch(new URL(`/api/projects/${projectId}/acts/record-survey`, server.origin), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': '"1"' },
      body: JSON.stringify({
        surveyedOn: '2026-03-02',
        record,
        needsRenovation: true,
        renovatedBefore: 0,
        eligibility,
      }),
    });
    expect(acted.status).toBe(200);
    await pass(89);
    expect([await isKept(unused), await isKept(record)]).toEqual([true, true]);
    await pass(3);
    expect([await isKept(unused), await isKept(record)]).toEqual([false, true]);
  });

  it('counts ten and thirty years from the year after the closing, and keeps for good what is to be kept for good', () => {
    const closedOn = plainDateOf('2026-05-20');
    expect([keptUntil('10年', closedOn), keptUntil('30年', closedOn), keptUntil('永久', closedOn)]).toEqual([
      '2036-12-31',
      '2056-12-31',
      undefined,
    ]);
    expect(addDays(plainDateOf('2036-12-31'), 1)).toBe('2037-01-01');
  });
});

describe('a page with people on it', () => {
  const UPLOAD = 'u-1';
  const PAGE = `${UPLOAD}.0001`;
  /** Left half red, where the name stands. */
  async function putPage(): Promise<string> {
    const red = { create: { width: 100, height: 100, channels: 3, background: '#f00' } } as const;
    const white = { create: { width: 200, height: 100, channels: 3, background: '#fff' } } as const;
    const bytes = await sharp(white)
      .composite([{ input: await sharp(red).png().toBuffer(), left: 0, top: 0 }])
      .jpeg()
      .toBuffer();
    const { papers, views, clock } = server.system.ports;
    const { sha256 } = await papers.put(bytes, { mediaType: 'image/jpeg', paperClass: 'VAULT', storedAt: clock.now() });
    await views.write([
      writeOfPage({
        pageId: PAGE,
        uploadId: UPLOAD,
        number: 1,
        revision: 1,
        state: 'FILED',
        name: { projectNo: projectId, kind: 'F2', version: 1, page: 2 },
        findings: [],
        code: null,
        digest: null,
        pixels: { width: 200, height: 100 },
        size: null,
        dpi: null,
        photographedAt: null,
        picture: sha256,
        checked: true,
        resolved: null,
      }),
    ]);
    return sha256;
  }

  it('is published with the people blackened in the pixels, and stays as it is', async () => {
    const original = await putPage();
    const before = await server.system.ports.papers.get(original);
    const boxes = [{ x: 0, y: 0, width: 0.5, height: 1 }];
    const made = await send('street-01', 'POST', `/api/pages/${PAGE}/redactions`, { boxes });
    expect([made.status, made.body.original]).toEqual([201, original]);
    const redacted = await server.system.ports.papers.get(String(made.body.sha256));
    const { data, info } = await sharp(redacted).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const brightest = (from: number, to: number) => {
      let most = 0;
      for (let y = 0; y < info.height; y++) {
        for (let at = (y * info.width + from) * 3; at < (y * info.width + to) * 3; at++)
          most = Math.max(most, data[at] ?? 0);
      }
      return most;
    };
    expect(brightest(0, 96)).toBeLessThan(24);
    expect(brightest(110, 200)).toBeGreaterThan(240);
    expect(await server.system.ports.papers.get(original)).toEqual(before);
    expect((await send('street-01', 'GET', `/api/pages/${PAGE}/redactions/${made.body.sha256}`)).status).toBe(200);
    expect((await send('street-02', 'POST', `/api/pages/${PAGE}/redactions`, { boxes })).status).toBe(404);
    expect((await send('street-01', 'POST', `/api/pages/${PAGE}/redactions`, { boxes: [] })).status).toBe(422);
    expect((await privacyOf('2026-03-02')).body.entries).toMatchObject([{ act: 'redact-page', about: { original } }]);
  });

  it('leaves a trace of everybody who looks at it', async () => {
    await putPage();
    expect((await send('street-01', 'GET', `/api/pages/${PAGE}/picture`)).status).toBe(200);
    expect((await send('audit', 'GET', `/api/pages/${PAGE}/picture`)).status).toBe(200);
    expect((await send('street-02', 'GET', `/api/pages/${PAGE}/picture`)).status).toBe(404);
    expect((await privacyOf('2026-03-02')).body.entries).toMatchObject([
      { act: 'view', by: { role: 'STREET' }, about: { page: PAGE } },
      { act: 'view', by: { role: 'AUDIT' }, about: { page: PAGE } },
    ]);
  });
});
