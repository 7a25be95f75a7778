// Checking a paper and following a project without an account: the pages and their API twins.
import { describe, expect, it } from 'vitest';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { type Issued, issuedRow, registerLedger } from '../../../domain/paper/issue-register.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { openCounter } from './public-counter.ts';

describe('checking a paper', () => {
  it('says what must stand on a genuine one', async () => {
    const { show, fetch, code } = await openCounter();
    const approval = code({ kind: 'A2', version: 1, page: 2 });
    const { text } = await show(`/p/v/${approval}`);
    expect(text).toContain('真');
    expect(text).toContain('月季小区');
    expect(await (await fetch(`/api/public/verify/${approval}`)).json()).toEqual({
      verdict: 'GENUINE',
      kind: 'A2',
      title: { zh: '政府投资项目初步设计（含概算）的批复', en: expect.any(String) },
      projectId: PROJECT_ID,
      neighbourhood: '月季小区',
      street: '330302001',
      version: 1,
      page: 2,
    });
  });

  it('adds number, issuer and pages of a paper in the register, and says when it is replaced or withdrawn', async () => {
    const { stage, show, fetch, code } = await openCounter();
    const register = registerLedger('approvals');
    const paper: Issued = {
      ...{ projectNo: PROJECT_ID, kind: 'A2', version: 1, title: '初步设计批复', issuer: '区发改局' },
      ...{
        issuedOn: plainDateOf('2026-03-02'),
        number: '鹿发改审〔2026〕7号',
        serial: 7,
        sha256: 'a'.repeat(64),
        pages: 2,
      },
    };
    const first = code({ kind: 'A2', version: 1, page: 2 });
    await stage.ports.views.write([issuedRow(register, 1, { paper })]);
    expect((await show(`/p/v/${first}`)).text).toMatch(
      /真 .+ 文号 鹿发改审〔2026〕7号 签发 区发改局 2026年3月2日 .+ 第 2 页，共 2 页/,
    );
    const second: Issued = {
      ...paper,
      version: 2,
      issuedOn: plainDateOf('2026-03-04'),
      number: '鹿发改审〔2026〕9号',
      serial: 9,
    };
    await stage.ports.views.write([issuedRow(register, 2, { paper: second })]);
    const replaced = await show(`/p/v/${first}`);
    expect(replaced.text).toContain(
      '已被替代 由本系统签发，2026年3月4日起不再有效。 以第 2 版为准（2026年3月4日签发）',
    );
    const newer = code({ kind: 'A2', version: 2, page: 1 });
    expect(replaced.html).toContain(`href="/p/v/${newer}"`);
    expect((await show(`/p/v/${newer}`)).text).toMatch(/真 .+ 文号 鹿发改审〔2026〕9号/);
    expect(await (await fetch(`/api/public/verify/${first}`)).json()).toMatchObject({
      verdict: 'VOID',
      because: 'REPLACED',
      voidedOn: '2026-03-04',
      current: { version: 2, on: '2026-03-04', code: newer },
    });
    await stage.ports.views.write(
      [paper, second].map((each) => issuedRow(register, 3, { paper: each, voidedOn: plainDateOf('2026-03-05') })),
    );
    expect((await show(`/p/v/${code({ kind: 'A2', version: 2, page: 1 })}`)).text).toContain(
      '已撤销 由本系统签发，2026年3月5日作废，不再有效。',
    );
  });

  it('tells a made-up code and a misread one the same', async () => {
    const { fetch } = await openCounter();
    const answers = [`${PROJECT_ID} A2 V1 P01 000000`, 'not a code at all'].map(async (code) =>
      (await fetch(`/api/public/verify/${encodeURIComponent(code)}`)).json(),
    );
    expect(await Promise.all(answers)).toEqual([{ verdict: 'UNKNOWN' }, { verdict: 'UNKNOWN' }]);
  });

  it('turns what was typed into the address of the code, and leads from the code of a notice to the notice', async () => {
    const { stage, send, show, notice, code } = await openCounter();
    const typed = code({ kind: 'A2', version: 1, page: 2 }).replaceAll('.', '  ').toLowerCase();
    expect((await send('/p/v', { code: typed })).headers.get('location')).toBe(
      `/p/v/${code({ kind: 'A2', version: 1, page: 2 })}`,
    );
    expect((await send('/p/v', { code: '330302' })).status).toBe(422);
    await stage.playUntil('PUBLICITY_RUNNING');
    const [, kind, version, page, check] = notice.split('.');
    const pictured = `/P/V/${PROJECT_ID}/${kind}/${version?.slice(1)}/${page?.slice(1)}/${check}`;
    expect((await show(pictured)).headers.get('location')).toBe(`/p/n/${notice}`);
  });

  it('shows what was typed as text, whatever it was', async () => {
    const { show } = await openCounter();
    const { html } = await show(`/p/v/${encodeURIComponent('<script>alert(1)</script>')}`);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;');
  });
});

describe('the progress of a project', () => {
  it('names the step, what comes next, whose turn it is and by when', async () => {
    const { stage, show, fetch } = await openCounter();
    await stage.playUntil('SURVEYED');
    const { text } = await show(`/p/s/${PROJECT_ID}`);
    expect(text).toContain('月季小区改造到第 1 步：已调查摸底');
    expect(text).toMatch(/办什么 .+ 谁来办 社区 预计在 2026年4月1日/);
    expect(await (await fetch(`/api/public/projects/${PROJECT_ID}`)).json()).toMatchObject({
      step: 1,
      next: { owner: { zh: '社区' }, dueOn: '2026-04-01' },
      steps: [{ step: 1, reachedOn: '2026-03-02' }, ...Array(8).fill({ step: expect.any(Number) })],
    });
  });

  it('answers an unknown number with a page that says what to do', async () => {
    const { show } = await openCounter();
    const { status, text } = await show('/p/s/330302-2026-9999');
    expect(status).toBe(404);
    expect(text).toContain('没有这个项目编号');
  });
});
