// Which parties find which page of the office: the menu and the routes behind the pages ask the same table.
import type { Role } from './parties.ts';

/** Nobody signs in as one of them. */
const NOBODY = ['RESIDENT', 'SYSTEM'] as const;
/** They look at their own projects: figures of many are not for them. */
const WITHOUT_FIGURES = ['COMMUNITY', 'BODY', 'DESIGNER', 'CONTRACTOR'] as const;
/** Whose work the dedicated accounts are, and who watches over it. */
const ACCOUNTS = ['STREET', 'RENOVATION_OFFICE', 'FINANCE', 'PRINCIPAL_LEADER', 'AUDIT', 'LEADING_GROUP'] as const;

type Readers = { readonly only: readonly Role[] } | { readonly but: readonly Role[] };

const PAGES = {
  everything: { but: NOBODY },
  dashboard: { but: [...NOBODY, ...WITHOUT_FIGURES] },
  tasks: { but: [...NOBODY, 'AUDIT', 'OPERATOR'] },
  /** Those who collect paper, and who look over their shoulder. */
  intake: { only: ['STREET', 'COMMUNITY', 'BODY', 'RENOVATION_OFFICE', 'AUDIT'] },
  reviews: { but: [...NOBODY, ...WITHOUT_FIGURES, 'OPERATOR', 'PRINCIPAL_LEADER'] },
  accounts: { only: ACCOUNTS },
  /** Communities and bodies read how much of their own money has arrived. */
  money: { only: [...ACCOUNTS, 'COMMUNITY', 'BODY'] },
  programme: { but: [...NOBODY, ...WITHOUT_FIGURES, 'OPERATOR'] },
  audit: { only: ['AUDIT'] },
  /** Everybody who is told; the principal leader is told by the office. */
  notices: { but: [...NOBODY, 'PRINCIPAL_LEADER'] },
  /** Of every desk; everybody else reads what their own unit was told. */
  allNotices: { only: ['RENOVATION_OFFICE', 'AUDIT', 'OPERATOR'] },
  /** While they are drafted, with their figures: the office that writes them, the streets that they speak of, audit. */
  circulars: { only: ['STREET', 'RENOVATION_OFFICE', 'AUDIT'] },
  operations: { only: ['OPERATOR', 'RENOVATION_OFFICE', 'AUDIT'] },
} as const satisfies Record<string, Readers>;

export type ReadPage = keyof typeof PAGES;

export function mayRead(page: ReadPage, role: Role): boolean {
  const readers: Readers = PAGES[page];
  return 'only' in readers ? readers.only.includes(role) : !readers.but.includes(role);
}
