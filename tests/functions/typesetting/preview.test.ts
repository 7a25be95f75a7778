// What a clerk sees before issuing: what is missing and what is on record, which version it will be, and the paper as a picture.
import { describe, expect, it } from 'vitest';
import { BALLOT, RECOGNITION } from '../../support/papers/typed-contents.ts';
import { openPrintingCounter } from './printing-counter.ts';

const svgOf = (file: Uint8Array) => new TextDecoder().decode(file);

describe('a paper that is prepared', () => {
  it('says which fields are on record, so that nobody is asked to type them', async () => {
    const counter = await openPrintingCounter();
    await counter.stage.playUntil('PLAN_APPROVED');
    const { body } = await counter.ask('BODY', 'POST', 'papers/prepare', { kind: 'F2S' });
    expect(body.onRecord).toEqual(expect.arrayContaining(['projectNo', 'householdsTotal', 'areaTotal', 'result']));
    expect(body.onRecord).not.toContain('bodyName');
    expect(body.version).toBe(1);
  });

  it('names the version that comes next, once there is one and even if that one is void', async () => {
    const counter = await openPrintingCounter();
    const order = { kind: 'B1', contents: RECOGNITION };
    const next = async () => (await counter.ask('STREET', 'POST', 'papers/prepare', order)).body.version;
    expect(await next()).toBe(1);
    const { body } = await counter.ask('STREET', 'POST', 'papers', order);
    expect(await next()).toBe(2);
    await counter.ask('STREET', 'POST', `papers/${body.sha256}/voiding`, { reason: '写错' });
    const decision = { decision: 'CONFIRM', proposal: 2 };
    await counter.colleague.ask('STREET', 'POST', `papers/${body.sha256}/voiding/decision`, decision);
    expect(await next()).toBe(2);
    const again = await counter.ask('STREET', 'POST', 'papers', { ...order, version: 2 });
    expect([again.status, again.body.version, again.body.number]).toEqual([201, 2, '五马街办〔2026〕2号']);
  });

  it('is shown as a picture that holds no script and no code', async () => {
    const counter = await openPrintingCounter();
    const order = { kind: 'B1', contents: RECOGNITION };
    const { status, file } = await counter.ask('STREET', 'POST', 'papers/draft/picture', order);
    expect(status).toBe(200);
    const svg = svgOf(file);
    expect(svg).toMatch(/^<svg /);
    expect(svg).not.toMatch(/<script|onload|javascript:|foreignObject/i);
    expect(file.length).toBeLessThan(1_500_000);
    expect((await counter.ask('STREET', 'GET', 'papers')).body.papers).toEqual([]);
  });

  it('is refused as a picture with the same sentences by which it would not be issued', async () => {
    const counter = await openPrintingCounter();
    const order = { kind: 'B1', contents: { ...RECOGNITION, memberCount: '五' } };
    const answers = await Promise.all(
      ['papers/draft/picture', 'papers'].map((path) => counter.ask('STREET', 'POST', path, order)),
    );
    expect(answers.map(({ status }) => status)).toEqual([422, 422]);
    expect(answers[0]?.body.fields).toEqual(answers[1]?.body.fields);
    expect(answers[0]?.body.fields).toMatchObject([{ path: '/contents/memberCount' }]);
    expect((await counter.ask('DRB', 'POST', 'papers/draft/picture', order)).body.code).toBe('FORBIDDEN_ROLE');
  });

  it('is looked at page by page where it has a page for each stairwell or household', async () => {
    const counter = await openPrintingCounter();
    await counter.stage.playUntil('PLAN_PUBLISHED');
    await counter.stage.roll('PLAN');
    const order = { kind: 'F2', contents: BALLOT };
    const prepared = await counter.ask('BODY', 'POST', 'papers/prepare', order);
    expect(prepared.body).toMatchObject({ missing: [], pages: 2 });
    const page = async (number: string) => counter.ask('BODY', 'POST', 'papers/draft/picture', order, { page: number });
    const [cover, sheet, beyond] = await Promise.all(['1', '2', '3'].map(page));
    expect([cover?.status, sheet?.status, beyond?.status]).toEqual([200, 200, 422]);
    expect(svgOf(cover?.file ?? new Uint8Array())).not.toBe(svgOf(sheet?.file ?? new Uint8Array()));
  });
});
