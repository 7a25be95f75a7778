// Whom residents are told to ask: on every public page in the same place, by telephone where a number is set, without a script.
import { describe, expect, it } from 'vitest';
import { writeTelephone } from '../../../functions/portal/maintain-telephones.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { openCounter, type PublicCounter } from './public-counter.ts';

const STREET = { role: 'STREET', unit: '330302001' } as const;
const OFFICE = { role: 'RENOVATION_OFFICE', unit: 'RENOVATION_OFFICE' } as const;
const STREET_CALL = 'tel:+8657700000101';
const OFFICE_CALL = 'tel:+8657700000100';

async function running(): Promise<PublicCounter> {
  const counter = await openCounter();
  await counter.stage.playUntil('PUBLICITY_RUNNING');
  return counter;
}

async function setBoth({ stage: { ports } }: PublicCounter): Promise<void> {
  for (const [office, number] of [
    [STREET, '0577-0000 0101'],
    [OFFICE, '0577-0000 0100'],
  ] as const) {
    const asks = { act: 'set-telephone', payload: { ...office, number } } as const;
    await writeTelephone(ports, { actor: { ...office, id: 'p-1' }, seen: 0, asks });
  }
}

const helpIn = (html: string) => /<\/main>\s*<aside class="help".*?<\/aside>\s*<footer>/s.exec(html)?.[0] ?? '';

/** Every kind of page, also those that say no, by what they are of. */
async function pagesOf(counter: PublicCounter) {
  const { notice, unitCode, send, code } = counter;
  const sent = await send(`/p/n/${notice}/objection`, { unitCode: await unitCode('1-1-302'), topic: 'MONEY' });
  const paper = code({ kind: 'A2', version: 1, page: 2 });
  const receipt = sent.headers.get('location') ?? '';
  return {
    street: [
      ...[`/p/n/${notice}`, `/p/n/${notice}/objection`, receipt, `/p/s/${PROJECT_ID}`, `/p/v/${paper}`],
      // Refused, and yet of a project.
      ...[`/p/n/${notice.replace(/.$/, '0')}`, `/p/o/${PROJECT_ID}.YY-00000000`],
    ],
    district: ['/p/v', '/p/v/330302-2026-0017.A2.V1.P01.000000', '/p/s/330302-2026-9999', '/p/n/nothing'],
  };
}

describe('whom to ask', () => {
  it('stands behind the text of every page, with a telephone that dials', async () => {
    const counter = await running();
    await setBoth(counter);
    const { street, district } = await pagesOf(counter);
    for (const path of street) {
      expect(helpIn((await counter.show(path)).html), path).toMatch(/五马街道.*href="tel:\+8657700000101"/s);
    }
    for (const path of district) {
      expect(helpIn((await counter.show(path)).html), path).toMatch(/区旧改办.*href="tel:\+8657700000100"/s);
    }
  });

  it('names the office without anything to press where it has no number', async () => {
    const counter = await running();
    const { street, district } = await pagesOf(counter);
    for (const path of [...street, ...district]) {
      const { html } = await counter.show(path);
      expect(helpIn(html), path).toContain(street.includes(path) ? '五马街道' : '区旧改办');
      expect(html, path).not.toMatch(/tel:|href=""|电话 *。/);
    }
  });

  it('is said in English to who reads English', async () => {
    const counter = await running();
    await setBoth(counter);
    const { text } = await counter.show(`/p/s/${PROJECT_ID}?lang=en`);
    expect(text).toContain('Whom to ask Questions and complaints: Wuma Street Office . Call 0577-0000 0101');
  });

  it('is answered before a page is found too: a form that is too large', async () => {
    const { fetch } = await openCounter();
    const body = new URLSearchParams({ code: 'x'.repeat(2_000_000) });
    const html = await (await fetch('/p/v', { method: 'POST', body })).text();
    expect(helpIn(html)).toContain('区旧改办');
  });
});

describe('the bar at the lower edge of a notice', () => {
  const barIn = (html: string) => /<nav class="bar".*?<\/nav>/s.exec(html)?.[0] ?? '';

  it('leads to an objection and to the telephone of the street', async () => {
    const counter = await running();
    await setBoth(counter);
    const bar = barIn((await counter.show(`/p/n/${counter.notice}`)).html);
    expect(bar).toMatch(/提出异议.*href="tel:\+8657700000101">打电话问/s);
    expect(bar).not.toContain('看进度');
  });

  it('leads to the progress instead where there is no number', async () => {
    const { show, notice } = await running();
    expect(barIn((await show(`/p/n/${notice}`)).html)).toMatch(/提出异议.*看进度/s);
  });

  it('no longer offers an objection that would be refused: the period is over, mediation goes on', async () => {
    const counter = await running();
    await setBoth(counter);
    const { stage, send, show, notice, unitCode } = counter;
    await send(`/p/n/${notice}/objection`, { unitCode: await unitCode('1-1-302'), topic: 'MONEY' });
    stage.goTo('2026-03-10');
    const { html, text } = await show(`/p/n/${notice}`);
    expect(barIn(html)).toMatch(/看进度.*打电话问/s);
    expect(barIn(html)).not.toContain('objection');
    expect(text).toContain('3月9日 24:00 已满，不再接收异议');
  });
});

describe('numbers within the text', () => {
  it('tells whoever objects too late to call the street, and gives back what was typed', async () => {
    const counter = await running();
    await setBoth(counter);
    const { stage, send, show, notice, unitCode } = counter;
    const form = { unitCode: await unitCode('1-1-302'), topic: 'PLAN', words: '垃圾房离<b>窗口</b>太近' };
    stage.goTo('2026-03-10');
    const early = [await show(`/p/n/${notice}/objection`), await send(`/p/n/${notice}/objection`, form)];
    await stage.perform('close-publicity', 'SYSTEM', {});
    const closed = [...early, await show(`/p/n/${notice}/objection`), await send(`/p/n/${notice}/objection`, form)];
    for (const { status, text, html } of closed) {
      expect(status).toBe(409);
      expect(text).toContain('公示 3月9日 24:00 已满，不再接收异议；可向五马街道反映，电话： 0577-0000 0101');
      expect(html).toContain(`<a class="tel" href="${STREET_CALL}">`);
    }
    expect(closed.map(({ html }) => html.includes('垃圾房离&lt;b&gt;窗口&lt;/b&gt;太近'))).toEqual([
      ...[false, true, false, true],
    ]);
  });

  it('gives whoever objected in time the receipt again, also when the answer was lost until the period was over', async () => {
    const { stage, send, notice, unitCode } = await running();
    const form = { unitCode: await unitCode('1-1-302'), topic: 'PLAN', sheet: 'sheet-1' };
    const first = await send(`/p/n/${notice}/objection`, form);
    stage.goTo('2026-03-10');
    const again = await send(`/p/n/${notice}/objection`, form);
    expect([again.status, again.headers.get('location')]).toEqual([303, first.headers.get('location')]);
  });

  it('tells on the form whom to ask about a lost slip', async () => {
    const counter = await running();
    await setBoth(counter);
    const { text } = await counter.show(`/p/n/${counter.notice}/objection`);
    expect(text).toContain('丢了可到社区补打；不清楚的，打电话问五马街道： 0577-0000 0101');
  });

  it('tells whoever holds a paper with an unknown code to call the office of the district', async () => {
    const counter = await openCounter();
    const path = '/p/v/330302-2026-0017.A2.V1.P01.000000';
    expect((await counter.show(path)).text).toContain('仍不符的，请带上文件到社区、属地街道查，或问区旧改办。');
    await setBoth(counter);
    const { text, html } = await counter.show(path);
    expect(text).toContain('仍不符的，请带上文件到社区、属地街道查，或打电话问区旧改办： 0577-0000 0100');
    expect(html).toContain(`<a class="tel" href="${OFFICE_CALL}">`);
  });
});
