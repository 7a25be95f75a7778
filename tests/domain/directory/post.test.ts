// How a post is said in a header, and until when it is held.
import { describe, expect, it } from 'vitest';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { isHeldOn, readPost, writePost } from '../../../domain/directory/post.ts';

describe('a post in a header', () => {
  it.each([
    { role: 'STREET', unit: '330302001' },
    { role: 'BODY', unit: '330302001001-02' },
    { role: 'UTILITY', unit: '国网鹿城供电' },
    { role: 'UTILITY', unit: 'a, b %2F c' },
  ] as const)('comes back as it was: %o', (post) => {
    const said = writePost(post);
    expect(said).toMatch(/^[!-~]+$/);
    expect(readPost(said)).toEqual(post);
  });

  it.each([
    '',
    'STREET',
    'STREET/',
    '/330302001',
    'MAYOR/1',
    'STREET/1/2',
    'STREET/%',
    'STREET/1,STREET/1 ',
    ' STREET/1',
    'street/1',
  ])('is none for %j', (text) => expect(readPost(text)).toBeUndefined());
});

describe('the last day of a post', () => {
  it('belongs to it, and the next does not', () => {
    expect(isHeldOn({ until: '2026-03-06' }, plainDateOf('2026-03-06'))).toBe(true);
    expect(isHeldOn({ until: '2026-03-06' }, plainDateOf('2026-03-07'))).toBe(false);
    expect(isHeldOn({}, plainDateOf('2099-12-31'))).toBe(true);
  });
});
