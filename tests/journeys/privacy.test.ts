// What is kept about people goes when its time is over, is shown to themselves, put right, and leaves a trace of everybody
// who looked.
import { hash } from 'node:crypto';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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
import { projectIn, V4 } from '../domain/projects/funding/step-four.ts';
import { putInLedger } from '../functions/funding/project-in-ledger.ts';
import type { TestServer } from '../support/journey/running-server.ts';
import { NEIGHBOURHOOD, runStreetServer } from '../support/journey/street-server.ts';
import type { Visitor } from '../support/journey/visitor.ts';
import { roster, rowWith } from '../support/papers/spreadsheets.ts';

const PERSON = { unit: '3-2-0501', name: '张三' };
const ID_NUMBER = '330302196001010011';
const PHONE = '13800000001';

let server: TestServer;
let projectId: string;
let visitor: Visitor;
beforeEach(async () => {
  ({ server, visitor, projectId } = await runStreetServer());
});
afterEach(() => server.close());

const send = (account: string, method: string, path: string, input?: unknown) =>
  visitor.as(account, method, path, input);

/** Uploads as a clerk does; SHA-256. */
async function upload(bytes: Uint8Array, name: string): Promise<string> {
  const { sent, sha256 } = await visitor.upload('street-01', bytes, name);
  expect(sent.status).toBe(204);
  return sha256;
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
    const input = { surveyedOn: '2026-03-02', record, needsRenovation: true, renovatedBefore: 0, eligibility };
    const path = `/api/projects/${projectId}/acts/record-survey`;
    const acted = await visitor.as('street-01', 'POST', path, input, { 'if-match': '"1"' });
    expect(acted.status).toBe(200);
    await pass(89);
    expect([await isKept(unused), await isKept(record)]).toEqual([true, true]);
    await pass(3);
    expect([await isKept(unused), await isKept(record)]).toEqual([false, true]);
  });

  it('takes the picture of a page that nobody filed away with its scan', async () => {
    // Signs in rows, as on a card; no code of ours.
    const sign = { create: { width: 24, height: 36, channels: 3, background: '#111' } } as const;
    const signs = Array.from({ length: 60 }, (_, index) => ({
      input: sign,
      left: 200 + (index % 12) * 48,
      top: 300 + Math.floor(index / 12) * 72,
    }));
    const page = sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#fff' } });
    const bytes = await page.composite(signs).jpeg().toBuffer();
    const { uploadId, sha256 } = await visitor.upload('street-01', bytes, 'id-card.jpg');
    expect((await send('street-01', 'POST', `/api/uploads/${uploadId}/file`, {})).status).toBe(202);
    const receipt = () => send('street-01', 'GET', `/api/uploads/${uploadId}/pages`);
    await vi.waitFor(async () => expect((await receipt()).body.state).toBe('DONE'), { timeout: 120_000, interval: 50 });
    expect((await receipt()).body.counts).toMatchObject({ FILED: 0, NEEDS_ATTENTION: 1 });
    const picture = await send('street-01', 'GET', `/api/pages/${uploadId}.0001/picture`);
    const shown = hash('sha256', picture.bytes, 'hex');
    expect([await isKept(sha256), await isKept(shown)]).toEqual([true, true]);
    await pass(91);
    expect([await isKept(sha256), await isKept(shown)]).toEqual([false, false]);
  });

  it('is not held up by a paper whose bytes are damaged', async () => {
    await importRoster();
    const [first] = await imports();
    await person('correct', { ...PERSON, to: { phone: '13900000009' } });
    const sha256 = String(first?.vault);
    truncateSync(join(server.folder, 'papers', sha256.slice(0, 2), sha256.slice(2)), 1);
    await pass(32);
    expect(await isKept(sha256)).toBe(false);
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
