// Which parties find which page of the office: the menu and the routes behind the pages ask the same table.
import { ROLES, type Role } from './parties.ts';

/** Nobody signs in as one of them. */
const NOBODY: readonly Role[] = ['RESIDENT', 'SYSTEM'];
/** They look at their own projects: figures of many are not for them. */
const WITHOUT_FIGURES: readonly Role[] = ['COMMUNITY', 'BODY', 'DESIGNER', 'CONTRACTOR'];

const all = (...but: readonly Role[]): readonly Role[] =>
  ROLES.filter((role) => !NOBODY.includes(role) && !but.includes(role));

/** Whose work the dedicated accounts are, and who watches over it. */
const ACCOUNTS: readonly Role[] = [
  ...(['STREET', 'RENOVATION_OFFICE', 'FINANCE', 'PRINCIPAL_LEADER', 'AUDIT', 'LEADING_GROUP'] as const),
];

export const PAGE_READERS = {
  everything: all(),
  dashboard: all(...WITHOUT_FIGURES),
  tasks: all('AUDIT', 'OPERATOR'),
  /** Those who collect paper, and who look over their shoulder. */
  intake: ['STREET', 'COMMUNITY', 'BODY', 'RENOVATION_OFFICE', 'AUDIT'],
  reviews: all(...WITHOUT_FIGURES, 'OPERATOR', 'PRINCIPAL_LEADER'),
  accounts: ACCOUNTS,
  /** Communities and bodies read how much of their own money has arrived. */
  money: [...ACCOUNTS, 'COMMUNITY', 'BODY'],
  programme: all(...WITHOUT_FIGURES, 'OPERATOR'),
  audit: ['AUDIT'],
  /** Everybody who is told; the principal leader is told by the office. */
  notices: all('PRINCIPAL_LEADER'),
  /** Of every desk; everybody else reads what their own unit was told. */
  allNotices: ['RENOVATION_OFFICE', 'AUDIT', 'OPERATOR'],
  /** While they are drafted, with their figures: the office that writes them, the streets that they speak of, audit. */
  circulars: ['STREET', 'RENOVATION_OFFICE', 'AUDIT'],
  operations: ['OPERATOR', 'RENOVATION_OFFICE', 'AUDIT'],
} as const satisfies Record<string, readonly Role[]>;

export type ReadPage = keyof typeof PAGE_READERS;

export function mayRead(page: ReadPage, role: Role): boolean {
  const readers: readonly Role[] = PAGE_READERS[page];
  return readers.includes(role);
}
