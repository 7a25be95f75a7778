// The pages of the office and who finds them in the navigation; what somebody may do there is told by the API.
import type { Bilingual } from '../../domain/bilingual.ts';
import { mayRead, type ReadPage } from '../../domain/page-readers.ts';
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

const everyone = () => true;
const to =
  (page: ReadPage) =>
  (role: Role): boolean =>
    mayRead(page, role);

export const ENTRIES: readonly Entry[] = [
  { href: '/', title: shellText.dashboard, icon: 'board', opensFor: to('dashboard') },
  { href: '/projects', title: shellText.projects, icon: 'list', opensFor: everyone },
  { href: '/tasks', title: shellText.tasks, icon: 'todo', opensFor: to('tasks') },
  {
    href: '/intake',
    title: shellText.intake,
    icon: 'scan',
    opensFor: to('intake'),
  },
  {
    href: '/reviews',
    title: shellText.reviews,
    icon: 'meet',
    group: shellText.together,
    opensFor: to('reviews'),
  },
  {
    href: '/money',
    title: shellText.money,
    icon: 'money',
    group: shellText.together,
    opensFor: to('money'),
  },
  {
    href: '/programme',
    title: shellText.programme,
    icon: 'year',
    group: shellText.together,
    opensFor: to('programme'),
  },
  {
    href: '/calculators',
    title: shellText.calculators,
    icon: 'calc',
    group: shellText.together,
    opensFor: everyone,
  },
  { href: '/audit', title: shellText.audit, icon: 'audit', group: shellText.watching, opensFor: to('audit') },
  {
    href: '/notices',
    title: shellText.notices,
    icon: 'bell',
    group: shellText.watching,
    opensFor: to('notices'),
  },
  {
    href: '/operations',
    title: shellText.operations,
    icon: 'ops',
    group: shellText.watching,
    opensFor: to('operations'),
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
export const homeOf = (role: Role): string => (mayRead('dashboard', role) ? '/' : '/tasks');

/** On a phone so many fit at the bottom of the window, beside “more”. */
const BAR = 5;
const FIRST = 4;
const ALSO = '/calculators';

/** Of the pages that somebody finds: those in the bar of a phone. The rest is under “more”. */
export const inBar = (open: readonly Entry[]): readonly Entry[] =>
  open.length <= BAR ? open : open.filter(({ href }, index) => index < FIRST || href === ALSO);
