// A door as people type it into a search field: `3-2-0501`, `3幢2单元0501室`; leading zeros stay as they are on the door.
import type { Door } from './roster.ts';

const DASH = /\s*[-－–—]\s*|\s*(?:幢|栋|号楼|单元)\s*/u;
/** A building has at most four signs, so that the number of a project (six digits first) is none. */
const BEGINS_AS_DOOR = /^[\dA-Za-z]{1,4}\s*(?:[-－–—]|幢|栋|号楼)/u;
const PART = /^[\dA-Za-z]{1,8}$/;

/** Undefined: it is about something else. What may become a door is not sent anywhere before it is one. */
export function typedDoor(text: string): Door | 'UNFINISHED' | undefined {
  const typed = text.trim();
  if (!BEGINS_AS_DOOR.test(typed)) return undefined;
  const parts = typed.replace(/\s*室$/u, '').split(DASH);
  const [building, stairwell, room] = parts;
  if (parts.length !== 3 || building === undefined || stairwell === undefined || room === undefined)
    return 'UNFINISHED';
  return parts.every((part) => PART.test(part)) ? { building, stairwell, room } : 'UNFINISHED';
}
