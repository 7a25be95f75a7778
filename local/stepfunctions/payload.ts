// A JSON value together with its text: written to the history and to the frame as it is, serialised only once.
import type { Json, JsonObject } from '../../domain/json.ts';
import { StateError } from './errors.ts';

export interface Payload {
  readonly text: string;
  readonly value: Json;
  /** A part of the value whose text is known too: what a function answered, inside what its task gives. */
  readonly part?: Part;
}

/** The text of the whole is `before + payload.text + after`. */
export interface Part {
  readonly payload: Payload;
  readonly before: string;
  readonly after: string;
}

/** Quota of Step Functions for inputs, outputs and arguments, in bytes of UTF-8. */
export const PAYLOAD_LIMIT = 262_144;

export function payloadOfText(text: string): Payload {
  return { text, value: JSON.parse(text) };
}

/** A copy that shares nothing with what it was made of, and has nothing that is not JSON. */
export function payloadOf(value: unknown): Payload {
  return payloadOfText(JSON.stringify(value) ?? 'null');
}

/** Of a value that is JSON and that nobody will change. The text is taken over where one of these payloads has it. */
export function payloadOfJson(value: Json, ...known: readonly (Payload | undefined)[]): Payload {
  const found = findKnown(value, known);
  if (found) return found;
  const isComposed =
    typeof value === 'object' && value !== null && Object.values(value).some((field) => findKnown(field, known));
  // TypeScript does not tell a readonly array from an object here.
  return isComposed && !Array.isArray(value)
    ? compose(value as JsonObject, known)
    : { text: JSON.stringify(value), value };
}

function findKnown(value: Json, known: readonly (Payload | undefined)[]): Payload | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const payload of known) {
    if (payload?.value === value) return payload;
    if (payload?.part?.payload.value === value) return payload.part.payload;
  }
  return undefined;
}

/** As JSON.stringify writes it, with the texts of the fields that are known. */
function compose(value: JsonObject, known: readonly (Payload | undefined)[]): Payload {
  let before = '';
  let payload: Payload | undefined;
  let after = '';
  for (const [key, field] of Object.entries(value)) {
    const start = `${before ? ',' : '{'}${JSON.stringify(key)}:`;
    const found = payload ? undefined : findKnown(field, known);
    if (found) {
      before += start;
      payload = found;
    } else if (payload) after += start + JSON.stringify(field);
    else before += start + JSON.stringify(field);
  }
  after += '}';
  return payload
    ? { text: before + payload.text + after, value, part: { payload, before, after } }
    : { text: before + after, value };
}

/** The fields of a payload; none if it is not an object. */
export function fieldsOf({ value }: Payload): JsonObject {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  // TypeScript does not tell a readonly array from an object here.
  return isObject ? (value as JsonObject) : {};
}

export function exceedsLimit(text: string): boolean {
  // A UTF-16 unit takes at most three bytes, so that short texts need no counting.
  return text.length * 3 > PAYLOAD_LIMIT && Buffer.byteLength(text) > PAYLOAD_LIMIT;
}

export function requireWithinLimit(payload: Payload, what: string): Payload {
  if (!exceedsLimit(payload.text)) return payload;
  throw new StateError(
    'States.DataLimitExceeded',
    `The ${what} has a size exceeding the maximum number of bytes service limit (${PAYLOAD_LIMIT}).`,
  );
}
