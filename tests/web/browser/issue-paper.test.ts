// A clerk issues a paper from its page: what is missing is named and typed, looked at as a picture, issued; and two persons void it.
import { beforeAll, describe, expect, it } from 'vitest';
import { registerLedger } from '../../../domain/paper/issue-register.ts';
import { proposeVoiding } from '../../../functions/typesetting/propose-voiding.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { type OfficeDesk, signIn } from './desk.ts';
import { type StageServer, stageServer } from './stage-server.ts';
import { overflowOn, picture, violationsOn } from './visit.ts';

const PAGE = `/projects/${PROJECT_ID}/papers/N1`;
const LIST = `/projects/${PROJECT_ID}/papers`;

let server: StageServer;
beforeAll(async () => {
  server = await stageServer();
  await server.stage.playUntil('PLAN_APPROVED');
});

const headline = ({ page }: OfficeDesk) => page.locator('main h1').innerText();
const says = async (desk: OfficeDesk, words: string | RegExp) =>
  desk.page.locator('main h1').filter({ hasText: words }).waitFor();

async function fillIn(desk: OfficeDesk): Promise<void> {
  await desk.fill('/contents/applicant', '月季小区自治小组');
  await desk.fill('/contents/receivedAt', '2026-03-02');
  await desk.fill('/contents/matterName', '启动申请');
  await desk.fill('/contents/deficiencies/0/material', '长效管理方案（M4）');
  await desk.fill('/contents/deficiencies/0/problem', '缺停车收费的约定');
  await desk.fill('/contents/deficiencies/0/correction', '补写并由业主组织盖章');
  await desk.fill('/contents/correctBy', '2026-03-16');
  await desk.fill('/contents/lapseRule', '逾期未补正的，视为撤回申请');
}

describe('the page of a paper', () => {
  it('names what is missing in plain words, keeps it while offline, and issues what was looked at', async () => {
    const desk = await signIn(server.origin, 'street-01');
    const { page, errors } = desk;
    await desk.open(`/projects/${PROJECT_ID}`);
    await page.locator('#printing').getByRole('link', { name: '出具文件、作废文件' }).click();
    await page.getByRole('link', { name: /补正告知书/ }).click();
    await says(desk, '《补正告知书》：还差 6 项内容');
    const missing = page.locator('#missing');
    for (const name of ['申请人', '收件日期', '申请事项', '须补正的材料', '补正期限', '逾期处理办法']) {
      expect(await missing.innerText()).toContain(name);
    }
    expect(await page.locator('#known').innerText()).toContain('月季小区');
    await picture(page, 'paper-missing-desk');
    expect(await page.getByRole('button', { name: '签发' }).count()).toBe(0);

    await fillIn(desk);
    await says(desk, '内容齐了');
    expect(errors).toEqual([]);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '预览' }).click();
    await page.locator('#preview [role=alert]', { hasText: '连不上服务器' }).waitFor();
    await page.context().setOffline(false);
    // Without a server requests fail, which is what was looked at.
    errors.length = 0;
    await page.reload();
    await says(desk, '内容齐了');
    expect(await page.locator('[id="field-contents-deficiencies-0-problem"] textarea').inputValue()).toBe(
      '缺停车收费的约定',
    );
    await page.getByRole('button', { name: '预览' }).click();
    await page.locator('.sheet-picture img').waitFor();
    await says(desk, '可以签发');
    await picture(page, 'paper-preview-desk');
    expect(await violationsOn(page)).toEqual([]);

    // Something else than what was looked at is not issued.
    await desk.fill('/contents/matterName', '项目启动申请');
    await page.getByText('内容改过了').waitFor();
    expect(await page.getByRole('button', { name: '签发' }).count()).toBe(0);
    await page.getByRole('button', { name: '重新预览' }).click();
    await page.getByRole('button', { name: '签发' }).click();
    await says(desk, '已签发，五马街办补〔2026〕1号');
    await picture(page, 'paper-issued-desk');
    expect(errors).toEqual([]);
  });

  it('says at the field what is wrong, and keeps what was typed when it is refused', async () => {
    const desk = await signIn(server.origin, 'street-01', 'phone', 'en');
    const { page } = desk;
    await desk.open(`/projects/${PROJECT_ID}/papers/FA1`);
    await says(desk, /missing/);
    await desk.fill('/contents/bankName', '示例银行');
    await desk.fill('/contents/accountNo', 'none');
    await page.locator('[id="field-contents-accountNo"] .wrong', { hasText: 'Has the wrong format' }).waitFor();
    expect(await page.locator('[id="field-contents-accountNo"] input').inputValue()).toBe('none');
    expect(await overflowOn(page)).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'paper-missing-phone');
  });

  it('is no page for a party that does not issue the paper', async () => {
    const desk = await signIn(server.origin, 'drb');
    await desk.open(PAGE);
    await desk.page.locator('[role=alert]', { hasText: '该文件由街道出具' }).waitFor();
    await desk.open(LIST);
    expect(await headline(desk)).toMatch(/可以出具 \d+ 种文件/);
    expect(await desk.page.locator('#kinds').innerText()).not.toContain('补正告知书');
  });
});

describe('the papers of a project', () => {
  it('are proposed to be voided by one person, who cannot confirm it', async () => {
    const desk = await signIn(server.origin, 'street-01');
    const { page } = desk;
    await desk.open(LIST);
    await page.getByRole('button', { name: /^提出作废 .*补正告知书/ }).click();
    await page.locator('.voiding textarea').fill('申请人名称写错');
    await picture(page, 'paper-void-propose-desk');
    await page.locator('.voiding').getByRole('button', { name: '提出作废' }).click();
    await page.getByText('由您提出，请本单位另一名经办人确认。').waitFor();
    await says(desk, '1 份待第二人确认作废');
    expect(await page.getByRole('button', { name: '确认作废' }).count()).toBe(0);
    await page.getByRole('button', { name: '撤回' }).click();
    await page.locator('.issued .tag.ok').waitFor();
  });

  it('are void when another person confirms, and the code on the paper says so', async () => {
    const { ports } = server.system;
    const register = registerLedger('五马街办补-2026');
    const colleague = { role: 'STREET', id: 'another-clerk', unit: '330302001' } as const;
    const paper = { projectNo: PROJECT_ID, kind: 'N1', version: 1 } as const;
    const proposed = await proposeVoiding(ports, { actor: colleague, register, paper, reason: '补正期限写错' });
    expect(proposed.ok).toBe(true);
    const desk = await signIn(server.origin, 'street-01', 'phone');
    const { page } = desk;
    await desk.open(LIST);
    await page.getByText('补正期限写错').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(await overflowOn(page)).toBe(0);
    await picture(page, 'paper-void-confirm-phone');
    await page.getByRole('button', { name: '确认作废' }).click();
    await page.locator('.issued .tag.bad', { hasText: '已作废' }).waitFor();
    await picture(page, 'paper-void-phone');
  });
});
