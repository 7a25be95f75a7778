// Who sees the programme as a whole: everybody of the district with an office; a street sees its own neighbourhoods.
import { PAGE_READERS } from '../../domain/page-readers.ts';
import type { Actor } from '../../domain/parties.ts';

export const WATCHERS = PAGE_READERS.programme;

/** The street whose figures somebody gets: a street its own, whatever it asks for. */
export const streetFor = (actor: Actor, asked: { readonly street?: string | undefined }): string | undefined =>
  actor.role === 'STREET' ? actor.unit : asked.street;
