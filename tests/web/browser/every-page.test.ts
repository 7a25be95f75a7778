// Every page of the office, found by walking the router: nothing for axe, nothing sideways, nothing failed, both languages.
import { beforeAll, describe, expect, it } from 'vitest';
import { Desk } from '../../../local/demo/desk.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../../local/seed/district.ts';
import { ENTRIES } from '../../../web/navigation/entries.ts';
import { ROUTES } from '../../../web/navigation/routes.ts';
import { signIn } from './desk.ts';
import { type StageServer, stageServer } from './stage-server.ts';
import { type Neighbourhood, tellDistrict } from './sweep/district.ts';
import { beginTour, type Language, lookAtPage } from './sweep/look-at-page.ts';
import { putPaperToVoid } from './sweep/paper-to-void.ts';
import { tellNotice } from './sweep/told-notice.ts';
import { issueTwoVersions, issueTwoVersionsForDistrict } from './sweep/two-versions.ts';
import { missedByTab } from './sweep/walk-by-tab.ts';
import { isOfScans, kindOf, OfficeWalk } from './sweep/walk-office.ts';

/**
 * Who walks through which pages: the first who may open one looks at it, at examples of a project in different states, and at
 * places that only a choice leads to.
 */
const VISITORS = [
  {
    role: 'STREET',
    account: 'street-01',
    examples: ['桃源新村', '荷花住宅区', '水心小区'],
    places: [
      '/money/budget/2025',
      '/programme/figures/projects',
      '/programme/figures/overdue',
      '/programme/figures/planned/330302001',
    ],
    again: [],
  },
  { role: 'AUDIT', account: 'audit', examples: [], places: ['/audit/bundles/330302-2025-0001'], again: [] },
  // Who knows projects by their number has a page of their own for each.
  { role: 'OPERATOR', account: 'operator', examples: ['蝉街小区'], places: [], again: ['/settings'] },
  {
    role: 'RENOVATION_OFFICE',
    account: 'renovation-office',
    examples: ['蝉街小区'],
    places: ['/notices/circulars/2026-1', '/programme/papers'],
    again: ['/'],
  },
] as const satisfies readonly {
  role: string;
  account: string;
  examples: readonly Neighbourhood[];
  places: readonly string[];
  again: readonly string[];
}[];
type Visitor = (typeof VISITORS)[number];

/** Formats and commands are the same in every language. */
const CODES = [
  'mail',
  'desk',
  'HTTP_503',
  'SMTP_550',
  'pdf',
  'scan',
  'ofd',
  'xlsx',
  'docx',
  'npm run verify',
  'npm run replay',
  'npm run bench',
];
/** The neighbourhood of the stage itself. */
const STAGED = '月季小区';
/** A walk is dozens of pages; two cores may have more to do than this. */
const LONGEST_WALK = 300_000;

let server: StageServer;
let projects: Readonly<Record<Neighbourhood, string>>;
const seen: Readonly<Record<Language, Set<string>>> = { zh: new Set(), en: new Set() };
/** Of the kinds that were seen, those that showed a page of their own. */
const looked: Readonly<Record<Language, Set<string>>> = { zh: new Set(), en: new Set() };

beforeAll(async () => {
  // Nobody is told anything: the channels of the desks below stay as they are.
  server = await stageServer({ tellEvery: 3_600_000 });
  projects = await tellDistrict(server.system.ports);
  await tellNotice(server.system.ports, projects.桃源新村);
  await putPaperToVoid(server.system.ports, projects.桃源新村);
  await server.system.idle();
  const office = new Desk(server.origin, DEMO_PASSWORD);
  const circulars = '/api/programme/2026/circulars';
  await office.post('renovation-office', circulars, { month: '2026-03' });
  // Whoever walks is the second person, to whom everything of a circular is offered.
  await office.post('renovation-office-2', `${circulars}/1/proposal`, {}, 200);
  await issueTwoVersionsForDistrict(office);
  await issueTwoVersions(office, 'street-01', projects.桃源新村);
});

/** Looks at every page that the visitor finds and nobody has seen; says what is wrong with each. */
async function walk(
  { role, account, examples, places, again }: Visitor,
  language: Language,
): Promise<readonly string[]> {
  const names = DEMO_ACCOUNTS.map(({ name }) => name);
  const look = await beginTour(server.origin, account, language, [
    ...Object.keys(projects),
    STAGED,
    ...names,
    ...CODES,
  ]);
  const { tour, errors } = look;
  const wrong: string[] = [];
  const addresses = [
    ...ENTRIES.filter(({ opensFor }) => opensFor(role)).map(({ href }) => href),
    ...examples.map((name) => projects[name]).map((id) => `/projects/${id}`),
    ...places,
  ];
  const chosen = new Set<string>([...examples.map((name) => `/projects/${projects[name]}`), ...places]);
  const planned = new Set(addresses);
  const revisits = (address: string) =>
    again.some((each) => (each === '/' ? address === each : address.startsWith(each)));
  for (const address of addresses) {
    if (seen[language].has(kindOf(address)) && !chosen.has(address) && !revisits(address)) continue;
    await tour.go(address);
    // An address without its last part shows the first of several: that one has an address of its own.
    const shown = await tour.currentTab(address);
    for (const found of await tour.links()) {
      const kind = kindOf(found);
      const isNew = !planned.has(found) && (!seen[language].has(kind) || revisits(found));
      if (isNew && ![...planned].some((each) => kindOf(each) === kind)) {
        planned.add(found);
        addresses.push(found);
      }
    }
    seen[language].add(kindOf(address));
    if (shown !== address) continue;
    const name = `office${address === '/' ? '-dashboard' : address.replaceAll('/', '-')}-${role.toLowerCase()}`;
    const isFirstOfKind = !looked[language].has(kindOf(address));
    looked[language].add(kindOf(address));
    for (const each of await lookAtPage(look, name, isFirstOfKind)) {
      wrong.push(`${address} ${language} ${each}`);
    }
  }
  return [...wrong, ...errors];
}

describe('every page of the office', () => {
  it.each(VISITORS)(
    'that is opened as $role has nothing wrong, in both languages and sizes',
    { timeout: LONGEST_WALK },
    async (visitor) => {
      const found = await Promise.all((['zh', 'en'] as const).map((language) => walk(visitor, language)));
      expect(found.flat()).toEqual([]);
    },
  );

  it('has forms of acts that are opened, walked through and left by keys alone', async () => {
    const { page } = await signIn(server.origin, 'street-01');
    await new OfficeWalk(page).go(`/projects/${projects.水心小区}`);
    await page.getByRole('button', { name: '登记到账资金', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.act-form').waitFor();
    expect(await missedByTab(page, '.ant-drawer')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.ant-drawer').waitFor({ state: 'detached' });
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    await expect.poll(focused).toBe('登记到账资金');
  });

  it('was opened: every address of the router, those of scanned paper in a test of their own', () => {
    for (const language of ['zh', 'en'] as const) {
      expect([...seen[language]].toSorted()).toEqual(ROUTES.filter((route) => !isOfScans(route)).toSorted());
    }
  });
});
