// What a resident's phone shows of a paper that no longer holds: replaced by a newer version, given up, or voided.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { readableCode } from '../../../domain/paper/filing-code.ts';
import { type Issued, issuedRow, registerLedger } from '../../../domain/paper/issue-register.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { postAgain, revise, voteAgain } from '../../functions/portal/second-plan.ts';
import { SIZES } from './sizes.ts';
import { type StageServer, stageServer } from './stage-server.ts';
import { overflowOn, picture, violationsOn, visit } from './visit.ts';

let server: StageServer;
beforeAll(async () => {
  server = await stageServer();
  await server.stage.playUntil('PUBLICITY_RUNNING');
  await revise(server.stage);
});

const codeOf = (kind: 'F3' | 'A2', version: number) =>
  readableCode(server.system.ports.seal, { projectNo: PROJECT_ID, kind, version, page: 1 }).replaceAll(' ', '.');

/** Looks at it in every size and language; the headline in Chinese. */
async function look(path: string, name: string): Promise<string> {
  let headline = '';
  for (const language of ['zh', 'en'] as const) {
    const { page, errors } = await visit('phone', { language });
    await page.goto(`${server.origin}${path}`);
    await page.locator('main h1').waitFor();
    for (const size of ['phone', 'desk'] as const) {
      await page.setViewportSize(SIZES[size].viewport);
      expect(await violationsOn(page)).toEqual([]);
      expect(await overflowOn(page)).toBe(0);
      await picture(page, `${name}-${size}-${language}`);
    }
    if (language === 'zh') headline = await page.locator('main').innerText();
    expect(errors).toEqual([]);
  }
  return headline;
}

describe('the picture on a poster of an old plan', () => {
  it('shows that the plan is being revised', async () => {
    expect(await look(`/p/v/${codeOf('F3', 1)}`, 'notice-given-up')).toContain('已退回修改，不再有效');
  });

  it('leads to the notice that hangs now', async () => {
    await voteAgain(server.stage);
    await server.goTo('2026-03-04');
    await postAgain(server.stage, '2026-03-04');
    expect(await look(`/p/v/${codeOf('F3', 1)}`, 'notice-replaced')).toContain('已换成第 2 版');
    const { page } = await visit('phone');
    await page.goto(`${server.origin}/p/v/${codeOf('F3', 1)}`);
    await page.getByRole('link', { name: '看第 2 版的公示' }).click();
    await page.waitForURL(`**/p/n/${codeOf('F3', 2)}`);
    await page.getByText('提出异议').first().waitFor();
  });
});

describe('the address of a notice that was voided', () => {
  it('says that it is void, since when, and whom to turn to', async () => {
    const notice: Issued = {
      ...{ projectNo: PROJECT_ID, kind: 'F3', version: 2, title: '居民意见公示书', issuer: '月季小区自治小组' },
      ...{ issuedOn: plainDateOf('2026-03-04'), sha256: 'c'.repeat(64), pages: 2 },
    };
    await server.system.ports.views.write([
      issuedRow(registerLedger(PROJECT_ID), 1, { paper: notice, voidedOn: plainDateOf('2026-03-04') }),
    ]);
    expect(await look(`/p/n/${codeOf('F3', 2)}`, 'notice-voided')).toContain('已作废，不再有效');
  });
});

describe('a paper that no longer holds', () => {
  const approval: Issued = {
    ...{
      projectNo: PROJECT_ID,
      kind: 'A2',
      title: '政府投资项目初步设计（含概算）的批复',
      issuer: '鹿城区发展和改革局',
    },
    ...{ version: 1, issuedOn: plainDateOf('2026-03-02'), number: '鹿发改审〔2026〕7号', serial: 7 },
    ...{ sha256: 'a'.repeat(64), pages: 1 },
  };
  const put = (seq: number, paper: Issued, voidedOn?: string) =>
    server.system.ports.views.write([
      issuedRow(registerLedger('鹿发改审-2026'), seq, { paper, ...(voidedOn && { voidedOn: plainDateOf(voidedOn) }) }),
    ]);

  it('names the version in force and leads to it', async () => {
    await put(1, approval);
    await put(2, {
      ...approval,
      version: 2,
      issuedOn: plainDateOf('2026-03-03'),
      number: '鹿发改审〔2026〕9号',
      serial: 9,
    });
    expect(await look(`/p/v/${codeOf('A2', 1)}`, 'verify-replaced')).toContain('以第 2 版为准');
  });

  it('is void where two persons have voided it', async () => {
    await put(3, { ...approval, version: 2, issuedOn: plainDateOf('2026-03-03') }, '2026-03-04');
    await put(4, approval, '2026-03-04');
    expect(await look(`/p/v/${codeOf('A2', 2)}`, 'verify-void')).toContain('2026年3月4日作废，不再有效');
  });
});
