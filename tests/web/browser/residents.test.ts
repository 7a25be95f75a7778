// Residents with a phone at the poster: they read, look themselves up, object, follow, and check a paper.
import { beforeAll, describe, expect, it } from 'vitest';
import { publicUrl, readableCode } from '../../../domain/paper/filing-code.ts';
import { unitCode } from '../../../domain/paper/unit-code.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { holdBeforeCamera } from './camera.ts';
import { type StageServer, stageServer } from './stage-server.ts';
import { picture, visit } from './visit.ts';

let server: StageServer;
let code: string;
let codeOf: (unit: string) => string;

beforeAll(async () => {
  server = await stageServer();
  const project = await server.stage.playUntil('PUBLICITY_RUNNING');
  await server.goTo('2026-03-05');
  const { seal } = server.system.ports;
  const named = { projectNo: PROJECT_ID, kind: 'F3', version: 1, page: 1 } as const;
  code = readableCode(seal, named).replaceAll(' ', '.');
  codeOf = (unit) => unitCode(seal, project.consent.planBallot?.rollHash ?? '', unit);
});

describe('a resident with a phone', () => {
  it('reads the notice without a script: which day it is, until when, and why', async () => {
    const { page } = await visit('phone', { javaScriptEnabled: false });
    await page.goto(`${server.origin}/p/n/${code}`);
    expect(await page.locator('h1').innerText()).toBe('月季小区改造居民意见公示书');
    expect(await page.locator('.lead').innerText()).toBe('今天是公示第 3 个工作日，共 5 个');
    expect(await page.locator('.card').innerText()).toContain('到 3月9日 24:00 为止，业主可以提出异议。');
    await page.locator('summary').click();
    expect(await page.locator('.reasons tr').first().innerText()).toMatch(/3月2日 周一\s+张贴，不计/);
    expect(await page.locator('.reasons').innerText()).toMatch(/3月7日 周六\s+周末，不计/);
  });

  it('learns by room whether it is listed, and by the code of the unit what it will cost', async () => {
    const { page, errors } = await visit('phone');
    await page.goto(`${server.origin}/p/n/${code}`);
    await page.getByLabel('我家在同意名单上吗').fill('1-101');
    await page.getByRole('button', { name: '查' }).click();
    expect(await page.getByRole('status').innerText()).toBe('1-101 在同意名单上。');
    await page.getByLabel('我家在同意名单上吗').fill('1幢303');
    await page.keyboard.press('Enter');
    await page.getByText('1-303 不在公布的同意名单上').waitFor();
    await page.getByLabel('我家大约出多少钱').fill(codeOf('1-1-101').toLowerCase());
    await page.getByRole('button', { name: '算' }).click();
    expect(await page.getByRole('status').innerText()).toMatch(
      /1-1-101，专有面积 100\.00 ㎡，在同意名单上[\s\S]*大约 [\d,]+\.\d{2} 元/,
    );
    await picture(page, 'notice-own-phone');
    expect(page.url()).not.toContain(codeOf('1-1-101'));
    expect(errors).toEqual([]);
  });

  it('objects with the code of the unit, and follows its number until the committee records the outcome', async () => {
    const { page, errors } = await visit('phone');
    await page.goto(`${server.origin}/p/n/${code}`);
    await page.getByRole('link', { name: '提出异议' }).click();
    await page.getByRole('button', { name: '提交异议' }).click();
    expect(await page.getByRole('alert').innerText()).toMatch(/有 2 处要改/);
    await picture(page, 'objection-mistakes-phone');
    await page.getByLabel('户码').fill(codeOf('1-1-302'));
    await page.getByLabel('设计方案').check();
    await page.getByLabel('说明').fill('垃圾房太近，电话 13800000000');
    await page.getByRole('button', { name: '提交异议' }).click();
    const number = await page.locator('.number').innerText();
    expect(number).toMatch(/^YY-[0-9A-Z]{8}$/);
    expect(page.url()).toBe(`${server.origin}/p/o/${PROJECT_ID}.${number}`);
    expect(await page.locator('.facts').innerText()).toContain('正在调解');
    await picture(page, 'receipt-phone');

    await server.stage.perform('record-mediation', 'BODY', {
      objectionId: number,
      outcome: 'RESOLVED',
      mediatedOn: '2026-03-05',
      record: await server.stage.paper('调解记录'),
      materialChange: false,
    });
    await page.reload();
    expect(await page.locator('.facts').innerText()).toContain('已调解，意见一致');
    // The form with its mistakes is answered with 422, which a browser reports as a failed request.
    expect(errors.filter((error) => !error.includes('422'))).toEqual([]);
  });

  it('checks a paper by the code that stands on it, and is led to the notice by the code of a notice', async () => {
    const { page, errors } = await visit('phone');
    const { seal } = server.system.ports;
    await page.goto(`${server.origin}/p/v`);
    await page
      .getByLabel('照抄二维码旁的编码')
      .fill(readableCode(seal, { projectNo: PROJECT_ID, kind: 'A2', version: 1, page: 1 }).toLowerCase());
    await page.getByRole('button', { name: '核验' }).click();
    await page.getByRole('heading', { name: '真' }).waitFor();
    expect(await page.locator('.facts').innerText()).toContain('月季小区');
    await page.getByLabel('照抄二维码旁的编码').fill(`${PROJECT_ID} A2 V1 P01 000000`);
    await page.getByRole('button', { name: '核验' }).click();
    await page.getByRole('heading', { name: '查无此码' }).waitFor();
    await page.goto(`${server.origin}/P/V/${code.replaceAll('.', '/').replace('/V', '/').replace('/P0', '/0')}`);
    expect(new URL(page.url()).pathname).toBe(`/p/n/${code}`);
    expect(errors).toEqual([]);
  });

  it('holds a paper before the camera, and is led to what the code says', async () => {
    const { page, errors } = await visit('phone');
    const { seal } = server.system.ports;
    const paper = { projectNo: PROJECT_ID, kind: 'A2', version: 1, page: 1 } as const;
    await holdBeforeCamera(page, publicUrl(seal, 'https://jiugai.example/p/v/', paper));
    await page.goto(`${server.origin}/p/v`);
    await page.getByRole('button', { name: '用摄像头扫二维码' }).click();
    await page.getByRole('heading', { name: '真' }).waitFor();
    // The host of the picture is not followed: a poster glued over ours leads nowhere else.
    expect(new URL(page.url()).origin).toBe(server.origin);
    expect(errors).toEqual([]);
  });

  it('keeps language and size of type from page to page, without a cookie', async () => {
    const { page } = await visit('phone', { language: 'en' });
    await page.goto(`${server.origin}/p/n/${code}`);
    expect(await page.locator('.lead').innerText()).toBe('Today is working day 3 of 5');
    await page.getByRole('link', { name: '中文' }).click();
    await page.getByRole('link', { name: '大字' }).click();
    await page.getByRole('link', { name: '看进度' }).click();
    expect(await page.locator('h1').innerText()).toBe('月季小区改造到第 3 步：公示中');
    expect(await page.locator('body').getAttribute('class')).toBe('large');
    expect(await page.context().cookies()).toEqual([]);
  });
});
