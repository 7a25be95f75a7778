// A poster whose notice two persons have voided: its page says so and since when, leads to what holds, and takes nothing.
import { beforeEach, describe, expect, it } from 'vitest';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { type Issued, issuedRow, registerLedger } from '../../../domain/paper/issue-register.ts';
import { GATE, notice, PROJECT_ID, STAIRWELL } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { openCounter, type PublicCounter } from './public-counter.ts';
import { postAgain, revise, voteAgain } from './second-plan.ts';

let counter: PublicCounter;
beforeEach(async () => {
  counter = await openCounter();
  await counter.stage.playUntil('PUBLICITY_RUNNING');
  await put(1);
});

/** The row of the notice of a version, as issuing and voiding write it. */
let seq = 0;
function put(version: number, voidedOn?: string, printing?: number): Promise<void> {
  const paper: Issued = {
    ...{ projectNo: PROJECT_ID, kind: 'F3', version, title: '居民意见公示书', issuer: '月季小区自治小组' },
    ...{ issuedOn: plainDateOf('2026-03-02'), sha256: String(version).repeat(64), pages: 2 },
    ...(printing !== undefined && { printing }),
  };
  seq += 1;
  const registered = { paper, ...(voidedOn !== undefined && { voidedOn: plainDateOf(voidedOn) }) };
  return counter.stage.ports.views.write([issuedRow(registerLedger(PROJECT_ID), seq, registered)]);
}

const linksIn = (html: string): string[] =>
  [...html.slice(html.indexOf('<main')).matchAll(/href="(\/p\/n\/[^"]+)"/g)].map(([, to = '']) => to);

describe('the page of a notice that was voided', () => {
  it('says in plain words that it no longer counts, since when, and whom to turn to', async () => {
    counter.stage.goTo('2026-03-04');
    await put(1, '2026-03-04');
    const { status, text, html } = await counter.show(`/p/n/${counter.notice}`);
    expect(status).toBe(200);
    expect(text).toContain('这份公示（方案第 1 版）已作废，不再有效');
    expect(text).toContain('2026年3月4日由出具单位两人核定作废');
    expect(text).toContain('请找业委会（自治小组）、社区或属地街道');
    expect(linksIn(html)).toEqual([]);
    expect((await counter.show(`/p/n/${counter.notice}?lang=en`)).text).toContain(
      'This notice (version 1 of the plan) was voided and no longer holds',
    );
  });

  it('shows no list, no days, no amounts, no form and no papers', async () => {
    const before = await counter.show(`/p/n/${counter.notice}`);
    expect(before.html).toMatch(/<form/);
    await put(1, '2026-03-02');
    const { text, html } = await counter.show(`/p/n/${counter.notice}`);
    expect(html).not.toMatch(/<form|class="days"|class="sums"|\/objection|\/papers\//);
    for (const word of ['个工作日', '总投资', '表决结果', '3月9日']) {
      expect(before.text).toContain(word);
      expect(text).not.toContain(word);
    }
  });

  it('takes no objection and answers no question, by page or by API, and says why', async () => {
    const unitCode = await counter.unitCode('1-1-302');
    await put(1, '2026-03-02');
    const api = `/api/public/notices/${counter.notice}`;
    const answers = await Promise.all([
      counter.send(`/p/n/${counter.notice}/objection`, { unitCode, topic: 'PLAN' }),
      counter.send(`/p/n/${counter.notice}/own`, { unitCode }),
      counter.send(`/p/n/${counter.notice}/own`, { room: '1-101' }),
      counter.show(`/p/n/${counter.notice}/papers/F3`),
      counter.show(`/p/n/${counter.notice}/papers/P2`),
      counter.show(api),
    ]);
    for (const { status, text } of answers) {
      expect(status).toBe(409);
      expect(text).toContain('这份公示已于 2026-03-02 作废，不再有效，不再凭它查询或接收异议');
    }
    const objected = await counter.fetch(`${api}/objections`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ unitCode, words: '不同意' }),
    });
    expect([objected.status, (await objected.json()).code]).toEqual([409, 'NOT_NOW']);
    expect((await counter.stage.project()).publicity.objections).toEqual([]);
  });

  it('is where the kept address of its form leads to', async () => {
    await put(1, '2026-03-02');
    const { status, headers } = await counter.show(`/p/n/${counter.notice}/objection?lang=en`);
    expect([status, headers.get('location')]).toEqual([303, `/p/n/${counter.notice}?lang=en`]);
  });

  it('keeps receipts of objections that came before', async () => {
    const sent = await counter.send(`/p/n/${counter.notice}/objection`, {
      unitCode: await counter.unitCode('1-1-302'),
      topic: 'PLAN',
    });
    await put(1, '2026-03-02');
    expect((await counter.show(sent.headers.get('location') ?? '')).text).toContain('正在调解');
  });

  it('leads to the notice that hangs in its place, as soon as one does', async () => {
    const second = counter.code({ kind: 'F3', version: 2, page: 1 });
    await put(1, '2026-03-02');
    await revise(counter.stage);
    await voteAgain(counter.stage);
    const between = await counter.show(`/p/n/${counter.notice}`);
    expect(between.text).toContain('现在没有可以代替它的公示');
    expect(linksIn(between.html)).toEqual([]);
    counter.stage.goTo('2026-03-04');
    await postAgain(counter.stage, '2026-03-04');
    const { text, html } = await counter.show(`/p/n/${counter.notice}`);
    expect(text).toContain('看现在有效的公示（第 2 版）');
    expect(linksIn(html)).toEqual([`/p/n/${second}`]);
    expect((await counter.show(`/p/n/${second}`)).html).toMatch(/<form/);
    await put(2, '2026-03-04');
    expect(linksIn((await counter.show(`/p/n/${counter.notice}`)).html)).toEqual([]);
  });

  it('leads to its corrected printing, once it is issued again under the same version of the plan', async () => {
    await put(1, '2026-03-02');
    expect(linksIn((await counter.show(`/p/n/${counter.notice}`)).html)).toEqual([]);
    await put(1, undefined, 2);
    const again = counter.code({ kind: 'F3', version: 1, printing: 2, page: 1 });
    expect(again).toContain('F3.V1-2.P01');
    const { text, html } = await counter.show(`/p/n/${counter.notice}`);
    expect(text).toContain('已作废，不再有效');
    expect(text).toContain('看现在有效的公示（第 1 版第 2 次印发）');
    expect(linksIn(html)).toEqual([`/p/n/${again}`]);
    expect((await counter.show(`/p/n/${again}`)).html).toMatch(/<form/);
    expect((await counter.show(`/p/v/${again}`)).headers.get('location')).toBe(`/p/n/${again}`);
    await put(1, '2026-03-02', 2);
    expect(linksIn((await counter.show(`/p/n/${again}`)).html)).toEqual([]);
  });

  it('hands out no void paper by the code of the corrected print, and takes objections by it', async () => {
    const again = counter.code({ kind: 'F3', version: 1, printing: 2, page: 1 });
    await put(1, '2026-03-04');
    await put(1, undefined, 2);
    counter.stage.goTo('2026-03-04');
    const told = { voidPaper: '1'.repeat(64), kind: 'F3', version: 1, voidedOn: '2026-03-04' };
    await counter.stage.perform('interrupt-publicity', 'SYSTEM', told);
    const { text, html } = await counter.show(`/p/n/${again}`);
    expect(text).toContain('公示中断：原公示件已作废，新印的还没有张贴');
    expect(text).toContain('重新计日：2026-03-04 张贴的居民意见公示书作废，重新印发、张贴后重新计算');
    expect(html).not.toContain('/papers/F3');
    expect((await counter.show(`/p/n/${again}/papers/F3`)).status).toBe(404);
    expect((await counter.show(`/p/n/${again}/papers/P2`)).status).toBe(200);
    const form = await counter.show(`/p/n/${again}/objection`);
    expect(form.text).not.toContain('24:00 前都可以提');
    const unitCode = await counter.unitCode('1-1-302');
    expect((await counter.send(`/p/n/${again}/objection`, { unitCode, topic: 'PLAN' })).status).toBe(303);

    const ready = await notice(counter.stage);
    const documents = { ...ready.documents, F3: await counter.stage.paper('F3, printed again') };
    await counter.stage.perform('post-notice', 'BODY', { ...ready, documents });
    const file = await counter.fetch(`/p/n/${again}/papers/F3`);
    expect([file.status, await file.text()]).toEqual([200, 'F3, printed again']);
    for (const place of [GATE, STAIRWELL]) {
      const photo = await counter.stage.paper(place);
      await counter.stage.perform('confirm-posting', 'BODY', { place, postedOn: '2026-03-04', photo });
    }
    expect((await counter.show(`/p/n/${again}/objection`)).text).toContain('3月11日 24:00 前都可以提');
  });

  it('stays void when its time would have been over', async () => {
    counter.stage.goTo('2026-03-10');
    await counter.stage.perform('close-publicity', 'SYSTEM', {});
    expect((await counter.show(`/p/n/${counter.notice}`)).text).toContain('公示已满');
    await put(1, '2026-03-10');
    const { text } = await counter.show(`/p/n/${counter.notice}`);
    expect(text).toContain('已作废，不再有效');
    expect(text).not.toContain('公示已满');
  });

  it('agrees with the picture on the poster', async () => {
    await put(1, '2026-03-04');
    expect((await counter.show(`/p/v/${counter.notice}`)).text).toContain('已撤销');
  });
});
