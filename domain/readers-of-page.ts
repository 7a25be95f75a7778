// The parties that find a page, as a list for its routes: apart from the table, which the menu reads before it knows their titles.
import { mayRead, type ReadPage } from './page-readers.ts';
import { ROLES, type Role } from './parties.ts';

export const readersOf = (page: ReadPage): readonly Role[] => ROLES.filter((role) => mayRead(page, role));
