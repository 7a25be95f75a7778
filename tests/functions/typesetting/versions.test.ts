// Two versions of an issued paper over HTTP: what the later one says otherwise, and the pages of both as they were issued.
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { neverStoredOf } from '../../../domain/paper/kept-contents.ts';
import { PAPER_CONTENTS } from '../../../domain/paper/paper-contents.ts';
import { paperForms } from '../../../web/acts/paper-tables.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { RECOGNITION } from '../../support/papers/typed-contents.ts';
import { openPrintingCounter, type PrintingCounter } from './printing-counter.ts';

const ACCOUNT = {
  accountName: '五马街道改造资金专户',
  bankName: '示例银行',
  accountNo: '6222 0000 0000 0000',
  appliedOn: '2026-03-02',
  accountOpenedOn: '2026-03-02',
};

interface Desk extends PrintingCounter {
  readonly first: string;
  readonly second: string;
}

/** A body is recognised by five members, then by seven. */
async function withTwoVersions(): Promise<Desk> {
  const counter = await openPrintingCounter();
  const issue = async (version: number, memberCount: number) => {
    const order = { kind: 'B1', version, contents: { ...RECOGNITION, memberCount } };
    return String((await counter.ask('STREET', 'POST', 'papers', order)).body.sha256);
  };
  return { ...counter, first: await issue(1, 5), second: await issue(2, 7) };
}

const compare = ({ ask, first, second }: Desk) =>
  ask('DRB', 'GET', `papers/${second}/changes`, undefined, { since: first });

describe('two versions of an issued paper', () => {
  it('are told apart field by field, old and new', async () => {
    const desk = await withTwoVersions();
    const { status, body } = await compare(desk);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      before: { version: 1, sha256: desk.first },
      after: { version: 2, sha256: desk.second },
      changes: [{ path: ['memberCount'], before: 5, after: 7 }],
      notKept: [],
      unkept: [],
    });
  });

  it('of a paper of the district are compared and seen as those of a project are', async () => {
    const { ask } = await openPrintingCounter();
    const papers = '/api/programme/2026/papers';
    const issue = async (version: number, inspectorCount: number) => {
      const order = { kind: 'C4', serial: 1, version, contents: { inspectorCount, inspectors: '区人大代表' } };
      return String((await ask('RENOVATION_OFFICE', 'POST', papers, order)).body.sha256);
    };
    const [first, second] = [await issue(1, 3), await issue(2, 5)];
    const changes = await ask('DRB', 'GET', `${papers}/${second}/changes`, undefined, { since: first });
    expect(changes).toMatchObject({
      status: 200,
      body: { changes: [{ path: ['inspectorCount'], before: 3, after: 5 }], notKept: [] },
    });
    const page = await ask('DRB', 'GET', `${papers}/${first}/pages/1`);
    expect([page.status, (await sharp(page.file).metadata()).format]).toEqual([200, 'png']);
    // Under another year, or as papers of a project, they are not there.
    expect((await ask('DRB', 'GET', `/api/programme/2025/papers/${first}/pages/1`)).status).toBe(404);
    expect((await ask('STREET', 'GET', `papers/${first}/pages/1`)).status).toBe(404);
  });

  it('are seen page by page as they were issued, in colour and large enough to read', async () => {
    const { ask, first, second } = await withTwoVersions();
    const page = (sha256: string, number: number) => ask('DRB', 'GET', `papers/${sha256}/pages/${number}`);
    const [old, now] = [await page(first, 1), await page(second, 1)];
    for (const { status, file } of [old, now]) {
      expect(status).toBe(200);
      const { format, width = 0, height = 0 } = await sharp(file).metadata();
      expect([format, width, height]).toEqual(['png', 1654, 2339]);
      // 红头: official papers of a street have a red head.
      const { channels } = await sharp(file).stats();
      expect(channels[0]?.mean ?? 0).toBeGreaterThan((channels[2]?.mean ?? 0) + 0.5);
    }
    expect(Buffer.from(old.file).equals(Buffer.from(now.file))).toBe(false);
    expect(Buffer.from((await page(first, 1)).file).equals(Buffer.from(old.file))).toBe(true);
    expect((await page(first, 99)).status).toBe(404);
    expect((await page(first, 0)).status).toBe(422);
  });

  it('are for those who may download them, and for nobody else', async () => {
    const desk = await withTwoVersions();
    const paths = [`papers/${desk.second}/pages/1`, `papers/${desk.second}/changes`];
    for (const path of paths) {
      const as = (role: 'OPERATOR' | 'RESIDENT' | 'AUDIT') =>
        desk.ask(role, 'GET', path, undefined, { since: desk.first });
      const { status } = await desk.ask('OPERATOR', 'GET', `papers/${desk.second}`);
      expect([path, (await as('OPERATOR')).status]).toEqual([path, status]);
      expect((await as('RESIDENT')).status).toBe(403);
      expect(
        (await desk.ask('AUDIT', 'GET', path, undefined, path.endsWith('changes') ? { since: desk.first } : {})).status,
      ).toBe(200);
    }
  });

  it('are of one kind: anything else is refused, and a paper that was never issued is not there', async () => {
    const desk = await withTwoVersions();
    const other = await desk.ask('STREET', 'POST', 'papers', { kind: 'E1', contents: { facts: [] } });
    const mixed = await desk.ask('STREET', 'GET', `papers/${desk.second}/changes`, undefined, {
      since: String(other.body.sha256),
    });
    expect([mixed.status, mixed.body.code]).toEqual([422, 'MALFORMED']);
    const none = await desk.ask('STREET', 'GET', `papers/${desk.second}/changes`, undefined, { since: 'f'.repeat(64) });
    expect(none.status).toBe(404);
  });

  it('that were issued before contents were kept say which, and are compared by their pages', async () => {
    const desk = await withTwoVersions();
    const { views } = desk.stage.ports;
    const row = (await views.query('issued-papers', PROJECT_ID, { prefix: 'B1/' })).rows[0];
    if (row === undefined) throw new Error('no row');
    const { contents: _, ...value } = row.value;
    await views.write([{ view: 'issued-papers', ...row, value, watermark: { ...row.watermark, seq: 99 } }]);
    const { status, body } = await compare(desk);
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('changes');
    expect(body.notKept).toEqual(['before']);
    expect((await desk.ask('DRB', 'GET', `papers/${desk.first}/pages/1`)).status).toBe(200);
  });
});

describe('the number of an account', () => {
  it('is printed and kept nowhere: two versions say that the pages must be looked at', async () => {
    const counter = await openPrintingCounter();
    await counter.stage.playUntil('PLAN_APPROVED');
    const issue = async (version: number, accountNo: string) => {
      const contents = { ...ACCOUNT, accountNo };
      return counter.ask('STREET', 'POST', 'papers', { kind: 'FA1', version, contents });
    };
    const [first, second] = [await issue(1, ACCOUNT.accountNo), await issue(2, '6222 0000 0000 0001')];
    expect([first.status, second.status]).toEqual([201, 201]);
    const { body } = await counter.ask('STREET', 'GET', `papers/${second.body.sha256}/changes`, undefined, {
      since: String(first.body.sha256),
    });
    expect(body).toMatchObject({ changes: [], unkept: ['accountNo'] });
  });

  it('and the code of a unit stand in the papers that are said to have them, and in no other', () => {
    const forms = paperForms();
    for (const kind of Object.keys(PAPER_CONTENTS) as (keyof typeof PAPER_CONTENTS)[]) {
      const form = JSON.stringify(forms[kind]);
      const has = ['accountNo', 'unitCode'].filter((name) => form.includes(`"${name}"`));
      expect([kind, neverStoredOf(kind)]).toEqual([kind, has]);
    }
  });
});
