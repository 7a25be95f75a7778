// A page of dashboard rows in the order in which they are kept.
import * as z from 'zod';
import type { Ports } from '../../domain/ports.ts';
import { scopeQuery } from './scope.ts';

const MOST_ROWS = 100;

export const listQuery = scopeQuery.extend({
  cursor: z.string().max(500).optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d?$/, '应为 1 至 99｜Must be 1 to 99')
    .optional(),
});

/** `T` is what the projection writes into the view. */
export async function pageOf<T>(
  { views }: Pick<Ports, 'views'>,
  view: string,
  partition: string,
  { cursor, limit }: { cursor?: string | undefined; limit?: string | undefined },
): Promise<{ rows: T[]; cursor?: string }> {
  const page = await views.query(view, partition, {
    limit: limit === undefined ? MOST_ROWS : Number(limit),
    ...(cursor !== undefined && { cursor }),
  });
  return {
    rows: page.rows.map(({ value }) => value as unknown as T),
    ...(page.cursor !== undefined && { cursor: page.cursor }),
  };
}
