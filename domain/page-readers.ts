// Which parties find which page of the office: the menu and the routes behind the pages ask the same table. Nobody of the public
// and not the system has a page.
import type { Role } from './parties.ts';

/** They look at their own projects: figures of many are not for them. */
const WITHOUT_FIGURES: readonly Role[] = ['COMMUNITY', 'BODY', 'DESIGNER', 'CONTRACTOR'];
/** Whose work the dedicated accounts are, and who watches over it. */
const ACCOUNTS: readonly Role[] = [
  ...(['STREET', 'RENOVATION_OFFICE', 'FINANCE', 'PRINCIPAL_LEADER', 'AUDIT', 'LEADING_GROUP'] as const),
];

const ONLY = {
  /** Those who collect paper, and who look over their shoulder. */
  intake: ['STREET', 'COMMUNITY', 'BODY', 'RENOVATION_OFFICE', 'AUDIT'],
  accounts: ACCOUNTS,
  /** Communities and bodies read how much of their own money has arrived. */
  money: [...ACCOUNTS, 'COMMUNITY', 'BODY'],
  audit: ['AUDIT'],
  /** Of every desk; everybody else reads what their own unit was told. */
  allNotices: ['RENOVATION_OFFICE', 'AUDIT', 'OPERATOR'],
  /** Once they are issued, with the figures behind them: the office that writes them, the streets that they speak of, audit. */
  circulars: ['STREET', 'RENOVATION_OFFICE', 'AUDIT'],
  /** Before: what the office has not said yet. */
  circularDrafts: ['RENOVATION_OFFICE', 'AUDIT'],
  operations: ['RENOVATION_OFFICE', 'AUDIT', 'OPERATOR'],
  /**
   * Who looks at the programme as a whole: by a duty of 三(一) or 三(二) for all of it, or to lead, audit and run it. Everybody else of
   * the district reads the projects that concern them (`domain/projects/concerned.ts`), streets and below those of their area.
   */
  everyProject: [
    ...(['RENOVATION_OFFICE', 'LEADING_GROUP', 'PRINCIPAL_LEADER', 'AUDIT', 'OPERATOR', 'SYSTEM'] as const),
    ...([
      'GOV_OFFICE',
      'ORG_DEPT',
      'PETITION_BUREAU',
      'DRB',
      'FINANCE',
      'CIVIL_AFFAIRS',
      'URBAN_VILLAGE_CENTRE',
    ] as const),
  ],
} satisfies Record<string, readonly Role[]>;

const ALL_BUT = {
  dashboard: WITHOUT_FIGURES,
  tasks: ['AUDIT', 'OPERATOR'],
  reviews: [...WITHOUT_FIGURES, 'OPERATOR', 'PRINCIPAL_LEADER'],
  programme: [...WITHOUT_FIGURES, 'OPERATOR'],
  /** Papers, scans and plans of projects, and what the district decides on them: whoever keeps the system running needs none. */
  cases: ['OPERATOR'],
  /** Everybody who is told; the principal leader is told by the office. */
  notices: ['PRINCIPAL_LEADER'],
} satisfies Record<string, readonly Role[]>;

export type ReadPage = keyof typeof ONLY | keyof typeof ALL_BUT;

const only: Partial<Record<ReadPage, readonly Role[]>> = ONLY;
const but: Partial<Record<ReadPage, readonly Role[]>> = ALL_BUT;

export const mayRead = (page: ReadPage, role: Role): boolean =>
  only[page]?.includes(role) ?? !but[page]?.includes(role);
