// The pages of the office and who finds them in the navigation; what somebody may do there is told by the API.
import type { Bilingual } from '../../domain/bilingual.ts';
import type { Role } from '../../domain/parties.ts';
import { shellText } from '../text/shell.ts';

export interface Entry {
  readonly href: string;
  readonly title: Bilingual;
  /** Name of one of the drawings in `office/icons.tsx`. */
  readonly icon:
    | 'board'
    | 'list'
    | 'todo'
    | 'scan'
    | 'meet'
    | 'money'
    | 'calc'
    | 'audit'
    | 'bell'
    | 'ops'
    | 'set'
    | 'year';
  readonly group?: Bilingual;
  opensFor(role: Role): boolean;
}

/** They look at their own projects: figures of many are not for them. */
const WITHOUT_FIGURES: readonly Role[] = ['COMMUNITY', 'BODY', 'DESIGNER', 'CONTRACTOR'];
const everyone = () => true;
const watchers = (role: Role) => !WITHOUT_FIGURES.includes(role);
const only =
  (...roles: readonly Role[]) =>
  (role: Role) =>
    roles.includes(role);

export const ENTRIES: readonly Entry[] = [
  { href: '/', title: shellText.dashboard, icon: 'board', opensFor: watchers },
  { href: '/projects', title: shellText.projects, icon: 'list', opensFor: everyone },
  { href: '/tasks', title: shellText.tasks, icon: 'todo', opensFor: (role) => role !== 'AUDIT' && role !== 'OPERATOR' },
  {
    href: '/intake',
    title: shellText.intake,
    icon: 'scan',
    opensFor: only('STREET', 'COMMUNITY', 'BODY', 'RENOVATION_OFFICE', 'AUDIT'),
  },
  {
    href: '/reviews',
    title: shellText.reviews,
    icon: 'meet',
    group: shellText.together,
    opensFor: (role) => watchers(role) && role !== 'OPERATOR' && role !== 'PRINCIPAL_LEADER',
  },
  {
    href: '/money',
    title: shellText.money,
    icon: 'money',
    group: shellText.together,
    opensFor: only('STREET', 'RENOVATION_OFFICE', 'FINANCE', 'PRINCIPAL_LEADER', 'AUDIT', 'LEADING_GROUP'),
  },
  {
    href: '/programme',
    title: shellText.programme,
    icon: 'year',
    group: shellText.together,
    opensFor: (role) => watchers(role) && role !== 'OPERATOR',
  },
  { href: '/calculators', title: shellText.calculators, icon: 'calc', group: shellText.together, opensFor: everyone },
  { href: '/audit', title: shellText.audit, icon: 'audit', group: shellText.watching, opensFor: only('AUDIT') },
  {
    href: '/notices',
    title: shellText.notices,
    icon: 'bell',
    group: shellText.watching,
    opensFor: (role) => role !== 'PRINCIPAL_LEADER',
  },
  {
    href: '/operations',
    title: shellText.operations,
    icon: 'ops',
    group: shellText.watching,
    opensFor: only('OPERATOR', 'RENOVATION_OFFICE', 'AUDIT'),
  },
  {
    href: '/settings',
    title: shellText.settings,
    icon: 'set',
    group: shellText.watching,
    // Everybody has a view of their own; the rest is told apart there.
    opensFor: everyone,
  },
];

export const entryOf = (path: string): Entry | undefined =>
  ENTRIES.find(({ href }) => path === href || (href !== '/' && path.startsWith(`${href}/`)));

/** The first page of somebody who opens the portal: those without a dashboard begin with their projects. */
export const homeOf = (role: Role): string => (watchers(role) ? '/' : '/tasks');
