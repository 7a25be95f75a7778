// Objecting without an account: what the form refuses and keeps, what reaches the vault, what the receipt tells.
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { openCounter, type PublicCounter } from './public-counter.ts';

async function running(): Promise<PublicCounter> {
  const counter = await openCounter();
  await counter.stage.playUntil('PUBLICITY_RUNNING');
  return counter;
}

/** The words of the objection, as they lie in the vault. */
async function vaulted({ stage }: PublicCounter): Promise<Record<string, string>> {
  const entries = await stage.ports.ledger.read({ kind: 'PROJECT', id: PROJECT_ID });
  const [filed] = entries.filter(({ act }) => act === 'file-objection').map(({ payload }) => payload.input);
  const { paper } = z.object({ paper: z.string() }).parse(filed);
  return JSON.parse(new TextDecoder().decode(await stage.ports.papers.get(paper)));
}

describe('the form of an objection', () => {
  it('lists every mistake at once and keeps what was typed', async () => {
    const { send, notice } = await running();
    const { status, text, html } = await send(`/p/n/${notice}/objection`, { unitCode: 'ABC', words: '<b>太吵</b>' });
    expect(status).toBe(422);
    expect(text).toContain('有 2 处要改');
    expect(html).toContain('value="ABC"');
    expect(html).toContain('&lt;b&gt;太吵&lt;/b&gt;</textarea>');
  });

  it('refuses a code that is on no slip, at its field', async () => {
    const { send, notice } = await running();
    const { status, html } = await send(`/p/n/${notice}/objection`, { unitCode: '00000000', topic: 'MONEY' });
    expect(status).toBe(422);
    expect(html).toContain('<a href="#unit-code">户码不正确');
  });

  it('sends the resident to a receipt that can be looked at again', async () => {
    const counter = await running();
    const { send, show, notice, unitCode } = counter;
    const sent = await send(`/p/n/${notice}/objection?lang=en`, {
      unitCode: await unitCode('1-1-302'),
      topic: 'MONEY',
    });
    expect(sent.status).toBe(303);
    const location = sent.headers.get('location') ?? '';
    expect(location).toMatch(/^\/p\/o\/330302-2026-0017\.YY-[0-9A-Z]{8}\?lang=en$/);
    expect((await show(location)).text).toContain('Outcome In mediation');
    expect((await show(location.replace(/YY-./, 'YY-U'))).status).toBe(404);
  });

  it('is one when a browser that lost the answer sends the same sheet again, and another with other words on it', async () => {
    const { send, show, notice, unitCode, stage } = await running();
    const address = `/p/n/${notice}/objection`;
    const [, sheet = ''] = /name="sheet" value="([^"]+)"/.exec((await show(address)).html) ?? [];
    const form = { unitCode: await unitCode('1-1-302'), topic: 'PLAN', words: '垃圾房太近', sheet };
    const once = async (words: string) => (await send(address, { ...form, words })).headers.get('location');
    const objections = async () => (await stage.project()).publicity.objections.length;
    const receipt = await once('垃圾房太近');
    expect([sheet, receipt]).toEqual([expect.stringMatching(/./), expect.stringContaining('.YY-')]);
    expect(await once('垃圾房太近')).toBe(receipt);
    expect(await objections()).toBe(1);
    expect(await once('垃圾房太近，请移开')).not.toBe(receipt);
    expect(await objections()).toBe(2);
  });

  it('hides long numbers before the words are stored, and tells who is no owner', async () => {
    const counter = await running();
    const form = {
      unitCode: await counter.unitCode('1-1-302'),
      topic: 'PLAN',
      words: '我的电话 138 0000 0000，3 幢',
      tenant: 'yes',
    };
    expect((await counter.send(`/p/n/${counter.notice}/objection`, form)).status).toBe(303);
    expect(await vaulted(counter)).toMatchObject({
      words: '设计方案：我的电话 ●●●●●●●●●●●●●，3 幢',
      raisedBy: 'OTHER_RESIDENT',
    });
  });

  it('hides them the same when the objection comes by the API, however the digits are set apart', async () => {
    const counter = await running();
    const sent = await counter.fetch(`/api/public/notices/${counter.notice}/objections`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        unitCode: await counter.unitCode('1-1-302'),
        words: '身份证３３０３０２１９７００１０１００１Ｘ，卡号 6222.0212.0300.1234567，2 幢 301 室，2026-03-02 起',
      }),
    });
    expect(sent.status).toBe(201);
    expect((await vaulted(counter)).words).toBe(
      `身份证${'●'.repeat(18)}，卡号 ${'●'.repeat(22)}，2 幢 301 室，2026-03-02 起`,
    );
  });

  it('says that objections are no longer taken when the period is over', async () => {
    const { stage, send, notice, unitCode } = await running();
    stage.goTo('2026-03-10');
    const { status, text } = await send(`/p/n/${notice}/objection`, {
      unitCode: await unitCode('1-1-302'),
      topic: 'PLAN',
    });
    expect(status).toBe(409);
    expect(text).toContain('公示 3月9日 24:00 已满，不再接收异议；可向五马街道反映。');
  });
});
