// Every public page, by the templates of its routes: axe, fingers, widths, both languages, and nothing that follows anybody.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { readableCode } from '../../../domain/paper/filing-code.ts';
import { unitCode } from '../../../domain/paper/unit-code.ts';
import { ROLES } from '../../../domain/parties.ts';
import { publicPages } from '../../../functions/portal/public/pages.ts';
import { takeObjection } from '../../../functions/publicity/take-objection.ts';
import { DEMO_ACCOUNTS } from '../../../local/seed/district.ts';
import { setTelephones } from '../../../local/seed/telephones.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { SIZES } from './sizes.ts';
import { type StageServer, stageServer } from './stage-server.ts';
import { sideways, smallTargets, textsOf, unreachable } from './sweep/inspect-page.ts';
import { SaidByData } from './sweep/untranslated.ts';
import { missedByTab } from './sweep/walk-by-tab.ts';
import { picture, type Visitor, violationsOn, visit } from './visit.ts';

const SMALLEST_TARGET = 44;

let server: StageServer;
/** An address of each template that shows a page. */
let addresses: Readonly<Record<string, string>>;
/** What they look like at other times. */
let others: Readonly<Record<string, string>>;

beforeAll(async () => {
  server = await stageServer();
  const project = await server.stage.playUntil('PUBLICITY_RUNNING');
  await server.goTo('2026-03-05');
  const { ports } = server.system;
  await setTelephones(ports, plainDateOf('2026-03-02'));
  const codeOf = (kind: 'F3' | 'A2') =>
    readableCode(ports.seal, { projectNo: PROJECT_ID, kind, version: 1, page: 1 }).replaceAll(' ', '.');
  const taken = await takeObjection(ports, codeOf('F3'), {
    unitCode: unitCode(ports.seal, project.consent.planBallot?.rollHash ?? '', '1-1-302'),
    raisedBy: 'OWNER',
    words: '设计方案',
  });
  if (!taken.ok) throw new Error(taken.refusal.says.en);
  addresses = {
    '/p/n/{code}': `/p/n/${codeOf('F3')}`,
    '/p/n/{code}/objection': `/p/n/${codeOf('F3')}/objection`,
    '/p/o/{receipt}': `/p/o/${PROJECT_ID}.${taken.value.objectionId}`,
    '/p/v': '/p/v',
    '/p/v/{code}': `/p/v/${codeOf('A2')}`,
    '/p/s/{id}': `/p/s/${PROJECT_ID}`,
  };
  others = {
    'notice-large': `/p/n/${codeOf('F3')}?size=large`,
    'notice-gone': `/p/n/${PROJECT_ID}.F3.V9.P01.000000`,
    'verify-unknown': `/p/v/${PROJECT_ID}.A2.V1.P01.000000`,
  };
});

/** Those that only lead to another page, or hand out a file. */
const NO_PAGE_OF_THEIR_OWN = [
  '/p/n/{code}/own',
  '/p/n/{code}/papers/{kind}',
  ...['/p/v/', '/P/V/'].flatMap((path) =>
    ['{project}/{kind}/{version}/{page}/{check}', '{project}/{kind}/{version}/{page}/{serial}/{check}'].map(
      (code) => path + code,
    ),
  ),
];

describe('every public page', () => {
  it('is looked at: no route is left out', () => {
    const templates = publicPages({ rehearsal: false, takeObjection })
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => path);
    expect(templates.toSorted()).toEqual([...Object.keys(addresses), ...NO_PAGE_OF_THEIR_OWN].toSorted());
  });

  it('has nothing wrong in either language and size, and sets no cookie and keeps nothing', async () => {
    const found = await Promise.all((['zh', 'en'] as const).map((language) => lookAtAll(language)));
    expect(found.flat()).toEqual([]);
  });

  it('is walked through by Tab alone', async () => {
    const { page } = await visit('phone');
    for (const path of Object.values(addresses)) {
      await page.goto(server.origin + path);
      expect(await missedByTab(page), path).toEqual([]);
    }
  });

  it('asks no other site for anything, and carries no library', async () => {
    const { page } = await visit('phone');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const path of Object.values(addresses)) await page.goto(server.origin + path);
    const own = ['/p/residents.css', '/p/residents.js', '/p/icon.svg', ...Object.values(addresses)];
    expect(asked.filter((url) => !own.some((path) => url === server.origin + path))).toEqual([]);
  });
});

describe('every page before signing in', () => {
  it('has nothing wrong: the door, the sign-in with an account for every role, status and reference', async () => {
    const { page, errors } = await visit('phone');
    const wrong: string[] = [];
    const look = async (name: string, sizes: readonly ('phone' | 'desk')[]) => {
      for (const size of sizes) {
        await page.setViewportSize(SIZES[size].viewport);
        wrong.push(...(await violationsOn(page)).map((each) => `${name} ${size} ${each}`));
        await picture(page, `door-${name}-${size}`);
      }
      wrong.push(...(await sideways(page)).map((each) => `${name} ${each}`));
      wrong.push(...(await smallTargets(page, 24)).map((each) => `${name} ${each}`));
    };
    for (const path of ['/status', '/reference']) {
      await page.goto(server.origin + path);
      // Long text for whoever looks something up: at a desk it is only wider.
      await look(path.slice(1), ['phone']);
    }
    await page.goto(server.origin);
    await page.locator('.door-right .ant-btn-primary').waitFor();
    await look('welcome', ['phone', 'desk']);
    await page.locator('.door-right .ant-btn-primary').click();
    await page.locator('#account').waitFor();
    await look('sign-in', ['phone', 'desk']);
    const offered = await page
      .locator('input[name=account][type=hidden]')
      .evaluateAll((fields) => fields.map((field) => field.getAttribute('value')));
    expect(offered).toEqual(expect.arrayContaining(DEMO_ACCOUNTS.map(({ id }) => id)));
    const roles = new Set(DEMO_ACCOUNTS.map(({ role }) => role));
    expect(ROLES.filter((role) => !roles.has(role))).toEqual(['RESIDENT', 'SYSTEM']);
    expect([...wrong, ...errors]).toEqual([]);
  });
});

async function lookAtAll(language: 'zh' | 'en'): Promise<readonly string[]> {
  const { page, errors }: Visitor = await visit('phone', { language });
  const data = new SaidByData(page, '月季小区', '业主委员会');
  const wrong: string[] = [];
  for (const [template, path] of Object.entries({ ...addresses, ...others })) {
    await page.goto(server.origin + path);
    const found = [
      ...(await data.strangersAmong(await textsOf(page, language), language)),
      ...(await unreachable(page)),
      ...(await smallTargets(page, SMALLEST_TARGET)),
      ...(await violationsOn(page)),
      ...(await sideways(page)),
    ];
    const name = `public${template.replaceAll(/[{}]/g, '').replaceAll('/', '-')}`;
    await picture(page, `${name}-phone-${language}`);
    await page.setViewportSize(SIZES.desk.viewport);
    // Residents read on phones: at a desk the same page is only wider.
    if (language === 'zh') found.push(...(await violationsOn(page)));
    await picture(page, `${name}-desk-${language}`);
    await page.setViewportSize(SIZES.phone.viewport);
    const kept = await page.evaluate('localStorage.length + sessionStorage.length');
    if (kept !== 0) found.push(`keeps ${kept} things`);
    wrong.push(...found.map((each) => `${template} ${language} ${each}`));
  }
  const cookies = await page.context().cookies();
  // A notice that is not there is answered with 404, which a browser reports as a failed request.
  const real = errors.filter((error) => !error.includes('404'));
  return [...wrong, ...real, ...cookies.map(({ name }) => `cookie ${name}`)];
}
