// Who sees the programme as a whole: everybody of the district with an office; a street sees its own neighbourhoods.

import type { Actor } from '../../domain/parties.ts';
import { readersOf } from '../../domain/readers-of-page.ts';

export const WATCHERS = readersOf('programme');

/** The street whose figures somebody gets: a street its own, whatever it asks for. */
export const streetFor = (actor: Actor, asked: { readonly street?: string | undefined }): string | undefined =>
  actor.role === 'STREET' ? actor.unit : asked.street;
