// Who finds which page: the menu as the table of roles has it, and behind each page routes that let in the same parties.
import { describe, expect, it } from 'vitest';
import type { ReadPage } from '../../../domain/page-readers.ts';
import { ROLES, type Role } from '../../../domain/parties.ts';
import { readersOf } from '../../../domain/readers-of-page.ts';
import { DASHBOARD_ROUTES } from '../../../functions/dashboard/routes.ts';
import { FUNDING_ROUTES } from '../../../functions/funding/routes.ts';
import { SCAN_ROUTES } from '../../../functions/intake/scan/routes.ts';
import { PORTAL_ROUTES } from '../../../functions/portal/routes.ts';
import { PROGRAMME_ROUTES } from '../../../functions/programme/routes.ts';
import { ENTRIES } from '../../../web/navigation/entries.ts';

const ROUTES = [...DASHBOARD_ROUTES, ...PROGRAMME_ROUTES, ...PORTAL_ROUTES, ...SCAN_ROUTES, ...FUNDING_ROUTES];

const LOCAL = '/projects /tasks /intake /money /calculators /notices /settings';
const BUREAU = '/ /projects /tasks /reviews /programme /calculators /notices /settings';

/** The table of roles; whoever is not named in it is a bureau. */
const MENUS: Partial<Record<Role, string>> = {
  STREET: '/ /projects /tasks /intake /reviews /money /programme /calculators /notices /settings',
  COMMUNITY: LOCAL,
  BODY: LOCAL,
  RENOVATION_OFFICE:
    '/ /projects /tasks /intake /reviews /money /programme /calculators /notices /operations /settings',
  LEADING_GROUP: '/ /projects /tasks /reviews /money /programme /calculators /notices /settings',
  FINANCE: '/ /projects /tasks /reviews /money /programme /calculators /notices /settings',
  PRINCIPAL_LEADER: '/ /projects /tasks /money /programme /calculators /settings',
  AUDIT: '/ /projects /intake /reviews /money /programme /calculators /audit /notices /operations /settings',
  OPERATOR: '/ /projects /calculators /notices /operations /settings',
  DESIGNER: '/projects /tasks /calculators /notices /settings',
  CONTRACTOR: '/projects /tasks /calculators /notices /settings',
};
const PEOPLE = ROLES.filter((role) => role !== 'RESIDENT' && role !== 'SYSTEM');

const menuOf = (role: Role): string =>
  ENTRIES.filter(({ opensFor }) => opensFor(role))
    .map(({ href }) => href)
    .join(' ');

/** Of a page, the routes that it cannot be without. */
const BEHIND = [
  ['dashboard', ['readFunnel', 'readAgeing', 'readClocks', 'readMoneyRace', 'readLatencies']],
  ['reviews', ['listReviews']],
  ['accounts', ['listAccounts']],
  ['programme', ['readProgramme', 'readRound', 'readAssessment', 'listFigures', 'listOwed', 'exportTable']],
  ['audit', ['listAuditFindings', 'readAuditTrend', 'drawSample', 'exportWorkingPaper']],
  ['notices', ['listNotices', 'readNotice']],
  ['circulars', ['readCircular']],
  ['operations', ['listRepairs', 'previewRepair']],
  [
    'cases',
    [
      ...(['listDuties', 'readProjectDuties', 'readProjectProgramme', 'finishTask', 'downloadDocument'] as const),
      ...(['listStacks', 'readReceipt', 'showPage', 'resolvePage', 'listFiledPapers', 'checkMaterials'] as const),
      ...(['comparePages', 'readBudget', 'readQueue', 'listColleagues'] as const),
    ],
  ],
] as const satisfies readonly (readonly [ReadPage, readonly string[]])[];

describe('the menu', () => {
  it.each(PEOPLE)('of %s is that of the table of roles', (role) => {
    expect(menuOf(role)).toBe(MENUS[role] ?? BUREAU);
  });
});

describe('the routes behind a page', () => {
  it.each(BEHIND)('of %s let in whoever finds it, and nobody else', (page, names) => {
    const readers = readersOf(page).toSorted();
    for (const name of names) {
      const access = ROUTES.find((route) => route.name === name)?.access;
      expect([name, access && [...access].toSorted()]).toEqual([name, readers]);
    }
  });
});
