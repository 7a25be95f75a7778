// Expressions: the functions of Step Functions, the clock and the dice they see, and that the short cut for plain paths
// never answers otherwise than JSONata.
import fc from 'fast-check';
import jsonata from 'jsonata';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../domain/json.ts';
import { EvaluationError } from '../../../local/stepfunctions/errors.ts';
import { evaluate, type Scope } from '../../../local/stepfunctions/jsonata.ts';
import { payloadOf } from '../../../local/stepfunctions/payload.ts';

const NOW = Date.parse('2026-10-01T04:05:06.789Z');

function scope(input: Json, variables = {}): Scope {
  return { states: { input }, context: () => ({}), variables, now: NOW, random: () => 0.25 };
}

async function value(template: Json, input: Json = {}, variables = {}): Promise<Json> {
  return payloadOf(await evaluate(template, 'Output', scope(input, variables))).value;
}

describe('expressions', () => {
  it.each<[string, Json]>([
    ['$partition([1..5], 2)', [[1, 2], [3, 4], [5]]],
    ['$range(1, 7, 3)', [1, 4, 7]],
    ['$range(3, 1, -1)', [3, 2, 1]],
    ["$hash('旧改', 'SHA-256')", 'afecc0b9d48f4b97ab22006019bc8aa0f2f7b3af9c0c621430191f5ef55cd6fc'],
    ["$hash('abc', 'MD5')", '900150983cd24fb0d6963f7d28e17f72'],
    ["$hash('abc', 'SHA-1')", 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['$parse(\'{"a":[1]}\')', { a: [1] }],
    ['$random()', 0.25],
    ['$random(7) = $random(7) and $random(7) != $random(8)', true],
    ["$match($uuid(), /^[0-9a-f-]{36}$/).match != ''", true],
    ['$millis()', NOW],
    ['$now()', '2026-10-01T04:05:06.789Z'],
    ["$now('[Y0001]-[M01]-[D01]', '+0800')", '2026-10-01'],
    ['$states.input.list[n > 1].n', [2, 3]],
    ['$states.input.list[n = 1].n', 1],
    ['$sum($states.input.list.n)', 6],
    ['$states.input.one', [1]],
    ['$states.input.nothing', null],
    ['$merge([$states.input.deep, {"b": 2}])', { a: { b: [1] }, b: 2 }],
    ['$states.input.deep.a.b', [1]],
    ['($f := function($x) { $x * $factor }; $map([1..3], $f))', [10, 20, 30]],
    ['[]', []],
  ])('evaluates %s', async (expression, expected) => {
    const input = { list: [{ n: 1 }, { n: 2 }, { n: 3 }], one: [1], nothing: null, deep: { a: { b: [1] } } };
    expect(await value(`{% ${expression} %}`, input, { factor: 10 })).toEqual(expected);
  });

  it.each([
    ['$states.input.missing', 'returned nothing (undefined)'],
    ["$eval('1 + 1')", '$eval is not supported'],
    ['$sum', 'unsupported result type'],
    ['function($x) { $x }', 'unsupported result type'],
    ["1 + 'a'", 'T2002'],
    ['$partition([1], 0)', '$partition needs'],
    ['$range(1, 5000, 1)', 'at most 1000'],
    ["$hash('a', 'CRC32')", '$hash knows'],
    ["$parse('{')", 'JSON'],
    ["$error('stop here')", 'stop here'],
    ['($f := function($x) { $f($x + 1) }; $f(1))', 'more than 250000 steps'],
  ])('fails %s with the field and the reason', async (expression, reason) => {
    const failure = await value({ deep: [{ er: `{% ${expression} %}` }] }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(EvaluationError);
    expect(failure).toMatchObject({ error: 'States.QueryEvaluationError', location: 'Output/deep[0]/er' });
    expect(String(failure)).toContain(reason);
  });

  it('leaves strings that are not wholly between {% and %} as they are', async () => {
    const template = { a: 'x {% 1 %}', b: '{% 1 %} ', c: ['{%1%}'] };
    expect(await value(template)).toEqual({ a: 'x {% 1 %}', b: '{% 1 %} ', c: [1] });
  });

  it('keeps names of the prototype apart from fields', async () => {
    await expect(value('{% $states.input.toString %}')).rejects.toThrow('unsupported result type');
  });

  it.each([
    ['a path', (path: string) => path],
    ['a comparison', (path: string) => `${path} = 'x'`],
    ['a merge', (path: string, other: string) => `$merge([${path}, ${other}])`],
  ])('answers %s without JSONata as JSONata does, whatever it leads to', async (_what, expression) => {
    const key = fc.constantFrom('a', 'b');
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<Json[]>(null, 0, '', false, 'x', [], {}),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 2, noNullPrototype: true }),
      ),
    })).value;
    const path = fc
      .tuple(fc.constantFrom('$states.input', '$v', '$missing'), fc.array(key, { maxLength: 3 }))
      .map(([from, fields]) => [from, ...fields].join('.'));
    await fc.assert(
      fc.asyncProperty(json, path, path, async (given, one, other) => {
        const input = given as Json;
        const source = expression(one, other);
        const asked = async () => jsonata(source).evaluate(undefined, { states: { input }, v: input });
        const expected: unknown = await asked().catch(() => undefined);
        const ours = async () => evaluate(`{% ${source} %}`, 'Output', { ...scope(input), variables: { v: input } });
        const got = await ours().catch(() => undefined);
        expect(JSON.stringify(got)).toBe(JSON.stringify(expected));
      }),
      { numRuns: 500 },
    );
  });
});
