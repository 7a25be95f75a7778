// The page of a notice: what a resident reads at every moment of the period, and what nobody can read out of it.
import { describe, expect, it } from 'vitest';
import { GATE, notice, STAIRWELL } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { openCounter, type PublicCounter } from './public-counter.ts';

async function running(): Promise<PublicCounter> {
  const counter = await openCounter();
  await counter.stage.playUntil('PUBLICITY_RUNNING');
  return counter;
}

describe('the page of a notice', () => {
  it.each([
    ['2026-03-02', '已张贴，计日从下一个工作日开始'],
    ['2026-03-03', '今天是公示第 1 个工作日，共 5 个'],
    ['2026-03-07', '已公示 4 个工作日，共 5 个'],
    ['2026-03-09', '今天是公示第 5 个工作日，共 5 个'],
  ])('says on %s: %s', async (day, lead) => {
    const { stage, show, notice: code } = await running();
    stage.goTo(day);
    const { text } = await show(`/p/n/${code}`);
    expect(text.replaceAll(/\s+/g, '')).toContain(lead.replaceAll(' ', ''));
    expect(text).toContain('3月9日 24:00');
  });

  it('gives a reason for every day from the posting to the end', async () => {
    const { show, notice: code } = await running();
    const { text } = await show(`/p/n/${code}`);
    expect(text).toContain('3月2日 周一 张贴，不计 3月3日 周二 1 计入');
    expect(text).toContain('3月6日 周五 4 计入 3月7日 周六 周末，不计 3月8日 周日 周末，不计 3月9日 周一 5 计入');
  });

  it('says that the end is open while the holidays of the year are not published', async () => {
    const { stage, show, notice: code } = await openCounter();
    await stage.playUntil('PLAN_APPROVED');
    await stage.perform('post-notice', 'BODY', await notice(stage));
    stage.goTo('2026-12-29');
    for (const place of [GATE, STAIRWELL]) {
      await stage.perform('confirm-posting', 'BODY', {
        place,
        postedOn: '2026-12-29',
        photo: await stage.paper(place),
      });
    }
    const { text } = await show(`/p/n/${code}`);
    expect(text).toContain('满期日待定：2027 年放假安排还没有发布');
    expect(text).toContain('放假安排未发布');
  });

  it('counts no day while a poster is down', async () => {
    const { stage, show, notice: code } = await running();
    await stage.perform('report-poster-down', 'BODY', { place: GATE, foundDownOn: '2026-03-02' });
    const { text } = await show(`/p/n/${code}`);
    expect(text).toContain('公示中断：有张贴处待重新张贴');
    expect(text).not.toContain('个工作日，共');
    await stage.perform('confirm-posting', 'BODY', {
      place: GATE,
      postedOn: '2026-03-02',
      photo: await stage.paper('again'),
    });
    const again = await show(`/p/n/${code}`);
    expect(again.text).toContain(`重新计日：2026-03-02 发现“${GATE}”公示件脱落，重新张贴后重新计算。`);
  });

  it('tells how many objections there are, and neither whose nor what', async () => {
    const { stage, show, send, notice: code, unitCode } = await running();
    await send(`/p/n/${code}/objection`, { unitCode: await unitCode('1-1-303'), topic: 'PLAN', words: '垃圾房太近' });
    const { text } = await show(`/p/n/${code}`);
    expect(text).toContain('收到 1 件，0 件已有处理结果，1 件正在调解');
    expect(text).not.toContain('1-303');
    expect(text).not.toContain('垃圾房太近');
    expect((await stage.project()).publicity.objections).toHaveLength(1);
  });

  it('keeps its result when the period is over, and lets nobody look up a room or object any more', async () => {
    const { stage, show, send, unitCode, notice: code } = await running();
    stage.goTo('2026-03-10');
    await stage.perform('close-publicity', 'SYSTEM', {});
    const { status, text, html } = await show(`/p/n/${code}`);
    expect(status).toBe(200);
    expect(text).toContain('公示已满 2026年3月9日 24:00 结束。');
    expect(text).toContain('表决结果：通过');
    expect(text).toContain('政府补助');
    expect(html).not.toMatch(/<form|\/objection/);
    const asked = await Promise.all([
      send(`/p/n/${code}/own`, { room: '1-101' }),
      send(`/p/n/${code}/objection`, { unitCode: await unitCode('1-1-302'), topic: 'PLAN' }),
      show(`/p/n/${code}/objection`),
      show(`/p/n/${code}/papers/F3`),
    ]);
    expect(asked.map((each) => each.status)).toEqual([404, 409, 409, 404]);
  });

  it('is closed for a wrong code, another paper and another version alike', async () => {
    const { show, code, notice: current } = await running();
    const answers = await Promise.all(
      [
        code({ kind: 'F3', version: 2, page: 1 }),
        code({ kind: 'P2', version: 1, page: 1 }),
        current.replace(/.$/, '0'),
      ].map((each) => show(`/p/n/${each}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  it('answers in the language of the browser unless the address says another', async () => {
    const { show, notice: code } = await running();
    const english = { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' };
    expect((await show(`/p/n/${code}`, english)).html).toContain('<html lang="en">');
    expect((await show(`/p/n/${code}?lang=zh`, english)).html).toContain('<html lang="zh-CN">');
  });

  it('sets no cookie, asks to be found by nobody and allows no script but our own', async () => {
    const { show, notice: code } = await running();
    const { headers, html } = await show(`/p/n/${code}`);
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(html).not.toMatch(/<script(?![^>]*src="\/p\/residents\.js")|<style| style=| on\w+=/);
  });

  it('hands out the notice and the plan, and no list of rooms', async () => {
    const { fetch, notice: code } = await running();
    const paper = await fetch(`/p/n/${code}/papers/F3`);
    expect(paper.status).toBe(200);
    expect(paper.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(paper.headers.get('content-security-policy')).toMatch(/^default-src 'none'.* sandbox$/);
    expect(await paper.text()).toBe('F3');
    expect((await fetch(`/p/n/${code}/papers/F4`)).status).toBe(404);
  });
});

describe('my unit', () => {
  it.each([
    ['1-101', '1-101 在同意名单上'],
    ['1幢1单元101', '1-1-101 在同意名单上'],
    ['1-302', '1-302 不在公布的同意名单上'],
    ['9-999', '名册上没有 9-999'],
  ])('answers for %s: %s', async (room, answer) => {
    const { send, notice: code } = await running();
    const { status, text } = await send(`/p/n/${code}/own`, { room });
    expect(status).toBe(200);
    expect(text).toContain(answer);
  });

  it('says how a room is written when it cannot be read', async () => {
    const { send, notice: code } = await running();
    const { status, text, html } = await send(`/p/n/${code}/own`, { room: '三栋' });
    expect(status).toBe(422);
    expect(text).toContain('请按“幢-室号”填写');
    expect(html).toContain('aria-describedby="room-hint room-mistake" aria-invalid="true"');
  });

  it('estimates shares that add up to what the residents pay together, to the fen', async () => {
    const { stage, send, notice: code, unitCode } = await running();
    const units = ['101', '102', '103', '201', '202', '203', '301', '302', '303'];
    let fen = 0n;
    for (const room of units) {
      const { text } = await send(`/p/n/${code}/own`, { unitCode: await unitCode(`1-1-${room}`) });
      const [, share = ''] = /大约 ([\d,]+\.\d{2}) 元/.exec(text) ?? [];
      fen += BigInt(share.replaceAll(/[,.]/g, ''));
    }
    const { consent } = await stage.project();
    expect(fen).toBe(BigInt(consent.plan?.funding.residents.replace('.', '') ?? ''));
  });

  it('takes a code as people type it: lower case, with a hyphen, O for 0', async () => {
    const { send, notice: code, unitCode } = await running();
    const right = await unitCode('1-1-101');
    const typed = `${right.slice(0, 4)}-${right.slice(4)}`.toLowerCase().replaceAll('0', 'o');
    expect((await send(`/p/n/${code}/own`, { unitCode: typed })).text).toContain('1-1-101，专有面积 100.00 ㎡');
  });

  it('slows down whoever tries codes, and nobody who knows one', async () => {
    const { send, notice: code, unitCode, passSeconds } = await running();
    const right = await unitCode('1-1-101');
    for (let look = 0; look < 20; look += 1) {
      expect((await send(`/p/n/${code}/own`, { unitCode: right })).status).toBe(200);
    }
    for (let guess = 0; guess < 10; guess += 1) {
      expect((await send(`/p/n/${code}/own`, { unitCode: `0000000${guess}` })).status).toBe(422);
    }
    const refused = await send(`/p/n/${code}/own`, { unitCode: right });
    expect(refused.status).toBe(429);
    expect(refused.text).toContain('请 60 秒后再试');
    passSeconds(60);
    expect((await send(`/p/n/${code}/own`, { unitCode: right })).status).toBe(200);
  });
});
