// What read models on DynamoDB keep beyond the contract: rows and counters stay right when many write at once.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ViewWrite } from '../../../domain/ports.ts';
import { type Aws, startAws } from '../../support/aws/start-aws.ts';

let aws: Aws;
beforeAll(async () => {
  aws = await startAws();
});
afterAll(() => aws.close());

const row = (sort: string, seq = 1, partition = 'all'): ViewWrite => ({
  view: 'projects',
  partition,
  sort,
  value: { seq },
  watermark: { ledger: `PROJECT/${sort}`, seq },
});

it('counts every row once when many write into one partition at once', async () => {
  const { views, close } = await aws.open();
  const sorts = Array.from({ length: 12 }, (_, place) => `330302-2026-${String(place).padStart(4, '0')}`);
  await Promise.all([...sorts, ...sorts].map((sort) => views.write([row(sort)])));
  expect(await views.count('projects', 'all')).toBe(12);
  expect((await views.query('projects', 'all')).rows.map(({ sort }) => sort)).toEqual(sorts);
  await close();
});

it('keeps the newest of many writes of one row, in whatever order they come', async () => {
  const { views, close } = await aws.open();
  await Promise.all([3, 1, 5, 2, 4].map((seq) => views.write([row('a', seq)])));
  expect((await views.get('projects', 'all', 'a'))?.watermark.seq).toBe(5);
  expect(await views.count('projects', 'all')).toBe(1);
  await close();
});

it('writes all rows of an entry or none', async () => {
  const { views, close } = await aws.open();
  // The second row is too large for an item of DynamoDB.
  const large = { ...row('b'), value: { text: 'x'.repeat(450_000) } };
  await expect(views.write([row('a'), large])).rejects.toThrow();
  expect(await views.get('projects', 'all', 'a')).toBeUndefined();
  expect(await views.count('projects', 'all')).toBe(0);
  await close();
});

it('writes more rows than one transaction takes, and a row twice in the order given', async () => {
  const { views, close } = await aws.open();
  const many = Array.from({ length: 120 }, (_, place) => row(String(place).padStart(3, '0'), 1, `step:${place % 7}`));
  await views.write([...many, row('000', 2, 'step:0')]);
  const counts = await Promise.all([0, 1, 2, 3, 4, 5, 6].map((step) => views.count('projects', `step:${step}`)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(120);
  expect((await views.get('projects', 'step:0', '000'))?.value).toEqual({ seq: 2 });
  await close();
});
