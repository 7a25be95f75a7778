// What must not come in: bodies, ids and values that no form of ours sends, and who sends them to a route.
import * as z from 'zod';
import type { Route } from '../../functions/runtime/route.ts';
import type { Asked } from '../support/journey/visitor.ts';

export interface Sent extends Omit<Asked, 'bearer'> {
  readonly account?: string | undefined;
}

/** Somebody whom the route lets in, so that it is the input that is refused. */
export function accountFor({ access }: Route): string | undefined {
  if (access === 'PUBLIC') return undefined;
  if (access === 'SIGNED_IN' || access === 'PERSON' || access.includes('STREET')) return 'street-01';
  if (access.includes('BODY')) return 'body-01-1';
  return access[0]?.toLowerCase().replaceAll('_', '-');
}

const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

export const BODIES: Readonly<Record<string, Sent>> = {
  'no body': {},
  'an empty body': { body: '' },
  'no JSON': { body: '{"a":' },
  'JSON of another type': { body: '<a/>', headers: { 'content-type': 'text/xml' } },
  'a list': { input: [] },
  'a word': { input: 'act' },
  'a number': { input: 1e308 },
  nothing: { input: null },
  'no fields': { input: {} },
  'strange fields': { input: { strange: true, constructor: { prototype: 1 } } },
  'a field twice': { body: '{"a":1,"a":2}' },
  'a prototype': { body: '{"__proto__":{"admin":true}}' },
  'forty levels': { body: deep(40) },
  'ten thousand levels': { body: deep(10_000) },
  'two megabytes': { input: { note: 'x'.repeat(2 * 1024 * 1024) } },
  'bytes that are no UTF-8': { body: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) },
  'half a character': { body: '{"a":"\\ud800"}' },
  'a NUL': { input: { '\u0000': '\u0000' } },
};

export const IDS = [
  '330302-2026-9999',
  'x',
  '..%2F..%2Fetc%2Fpasswd',
  '%00',
  '%E6%97%A7%E6%94%B9',
  "'%20OR%201=1--",
  'a'.repeat(3000),
];

/** Right names with wrong values: what the schema of the route itself asks for, each of another kind. */
export function wrongValues({ input }: Route): readonly unknown[] {
  if (!(input.body instanceof z.ZodObject)) return [];
  const names = Object.keys(input.body.shape);
  return [null, true, -1, 1.5, '', '💥', [], {}, { a: [{}] }, '9'.repeat(5000), ['x', 1, null]].map((value) =>
    Object.fromEntries(names.map((name) => [name, value])),
  );
}
