// What a party is called where somebody reads who acts or owes: streets and specialised units by their own names.
import type { Bilingual } from './bilingual.ts';
import { PARTIES, type Role } from './parties.ts';
import { titleOfStreet } from './streets.ts';

/** `unit` as an actor carries it; communities and neighbourhoods carry codes, which nobody reads. */
export function titleOfParty(role: Role, unit?: string): Bilingual {
  if (unit === undefined || unit === role) return PARTIES[role];
  if (role === 'STREET') return titleOfStreet(unit);
  // Proper names are the same in both languages.
  return role === 'UTILITY' ? { zh: unit, en: unit } : PARTIES[role];
}
