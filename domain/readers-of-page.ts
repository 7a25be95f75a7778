// The parties that find a page, as a list for its routes: apart from the table, which the menu reads before it knows their titles.
import { mayRead, type ReadPage } from './page-readers.ts';
import { ROLES, type Role } from './parties.ts';

/** Nobody signs in as one of them. */
const NOBODY: readonly Role[] = ['RESIDENT', 'SYSTEM'];

export const readersOf = (page: ReadPage): readonly Role[] =>
  ROLES.filter((role) => !NOBODY.includes(role) && mayRead(page, role));
