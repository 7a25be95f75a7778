// The step chain: payloads and results by schema, and only fault names that a machine can catch.
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Fault, granted, type Outcome, refused } from '../../../domain/errors.ts';
import type { LogLine } from '../../../functions/runtime/log.ts';
import { step } from '../../../functions/runtime/step.ts';
import { chainPorts } from './chain-ports.ts';

function tally(handle: (votes: number) => Promise<Outcome<{ outcome: string }>>) {
  const lines: LogLine[] = [];
  const run = step({
    name: 'tallyPlanBallot',
    input: z.object({ projectId: z.string(), votes: z.int() }),
    output: z.object({ outcome: z.string().max(6) }),
    handle: ({ votes }) => handle(votes),
  }).over(chainPorts(), (line) => lines.push(line));
  const over = (payload: unknown) => run(payload, { awsRequestId: 'request-1' });
  return { lines, over };
}

const PAYLOAD = { projectId: '330302-2026-0017', votes: 3, note: '张三' };

describe('step', () => {
  it('returns what the schema names and logs one line', async () => {
    const { lines, over } = tally(async () => granted({ outcome: 'passed', roster: ['张三'] }));
    expect(await over(PAYLOAD)).toEqual({ outcome: 'passed' });
    expect(lines).toEqual([{ level: 'info', code: 'DONE', requestId: 'request-1', route: 'tallyPlanBallot' }]);
  });

  it('throws a fault by the name that ErrorEquals knows', async () => {
    const { lines, over } = tally(async () => {
      throw new Fault('CONTENTION', 'too many at once');
    });
    await expect(over(PAYLOAD)).rejects.toMatchObject({ name: 'CONTENTION' });
    expect(lines).toMatchObject([
      { level: 'error', code: 'CONTENTION', requestId: 'request-1', causes: ['CONTENTION'] },
    ]);
  });

  it('gives up as UNAVAILABLE, and may be tried again, before Lambda ends it without a word', async () => {
    const run = step({
      name: 'tallyPlanBallot',
      input: z.object({}),
      output: z.object({}),
      handle: () => new Promise(() => {}),
    }).over(chainPorts(), () => {});
    const context = { awsRequestId: 'request-1', getRemainingTimeInMillis: () => 201 };
    await expect(run({}, context)).rejects.toMatchObject({ name: 'UNAVAILABLE' });
  });

  it.each([
    ['a refusal', PAYLOAD, async () => refused('NOT_NOW', { zh: '不行', en: 'No' })],
    ['a payload that does not fit', { projectId: 5 }, async () => granted({ outcome: 'passed' })],
    ['a result that does not fit', PAYLOAD, async () => granted({ outcome: 'perhaps' })],
    ['any other error', PAYLOAD, async () => JSON.parse('{')],
  ])('makes %s a fault INTERNAL', async (_, payload, handle) => {
    const { lines, over } = tally(handle);
    await expect(over(payload)).rejects.toMatchObject({ name: 'INTERNAL' });
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain('张三');
  });
});
