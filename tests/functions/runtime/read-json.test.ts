// Bodies that mean one thing to every reader, and are refused quickly if they do not.
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../functions/runtime/read-json.ts';

const read = (text: string | Uint8Array, contentType: string | undefined = 'application/json') =>
  readJson(contentType, typeof text === 'string' ? Buffer.from(text) : text);
const codeOf = (...parameters: Parameters<typeof read>) => {
  const outcome = read(...parameters);
  return outcome.ok ? 'OK' : outcome.refusal.code;
};
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('readJson', () => {
  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])(
    'reads %s',
    (contentType) => {
      expect(read('{"a":[1,"x",null]}', contentType)).toEqual({ ok: true, value: { a: [1, 'x', null] } });
    },
  );

  it.each([undefined, '', 'text/plain', 'application/json; charset=gbk', 'application/jsonx'])(
    'refuses %s as a type',
    (contentType) => {
      const outcome = readJson(contentType, Buffer.from('{}'));
      expect(outcome).toMatchObject({ ok: false, refusal: { code: 'UNSUPPORTED_TYPE' } });
    },
  );

  it('has nothing to say about no body', () => {
    expect(readJson(undefined, undefined)).toEqual({ ok: true, value: undefined });
    expect(readJson(undefined, new Uint8Array())).toEqual({ ok: true, value: undefined });
  });

  it.each([
    ['is cut off', '{"a":'],
    ['goes on after its end', '{} {}'],
    ['is not JSON', "{'a': 1}"],
    ['says NaN', '{"a":NaN}'],
    ['is not UTF-8', Uint8Array.of(0x22, 0xc3, 0x28, 0x22)],
    ['has a name twice', '{"vote":"AGREE","vote":"DISAGREE"}'],
    ['has a name twice, once in disguise', '{"vote":"AGREE","v\\u006fte":"DISAGREE"}'],
    ['has a name twice deep inside', '{"units":[{"unit":1},{"unit":1,"area":{"x":1,"x":2}}]}'],
    ['reaches for the prototype', '{"a":{"__proto__":{"role":"AUDIT"}}}'],
    ['is nested 33 deep', nested(33)],
    ['is nested half a million deep', nested(500_000)],
  ])('refuses a body that %s', (_, body) => {
    expect(codeOf(body)).toBe('MALFORMED');
  });

  it.each([
    ['the same name in two objects', '[{"a":1},{"a":2},{"b":{"a":3}}]'],
    ['the same text as name and value', '{"a":"b","b":["b","b","a"]}'],
    ['signs inside strings', '{"a":"{\\"a\\":[","b":"\\\\"}'],
    ['32 levels', nested(32)],
  ])('reads %s', (_, body) => {
    expect(codeOf(body)).toBe('OK');
  });

  it('refuses more than 1 MiB', () => {
    const justFits = `"${'x'.repeat(1024 * 1024 - 2)}"`;
    expect(codeOf(justFits)).toBe('OK');
    expect(codeOf(`${justFits} `)).toBe('TOO_LARGE');
  });
});
