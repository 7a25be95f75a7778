// Who sees the programme as a whole: everybody of the district with an office; a street sees its own neighbourhoods.
import { type Actor, ROLES, type Role } from '../../domain/parties.ts';

const OUTSIDERS: readonly Role[] = ['COMMUNITY', 'BODY', 'RESIDENT', 'DESIGNER', 'CONTRACTOR', 'SYSTEM'];

export const WATCHERS: readonly Role[] = ROLES.filter((role) => !OUTSIDERS.includes(role));

/** The street whose figures somebody gets: a street its own, whatever it asks for. */
export const streetFor = (actor: Actor, asked: { readonly street?: string | undefined }): string | undefined =>
  actor.role === 'STREET' ? actor.unit : asked.street;
