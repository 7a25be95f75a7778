// Lists in pages, as the AWS API gives them: the token says where the next page begins.
import { ServiceError } from './errors.ts';

/** What AWS gives at most in one answer, and gives if not asked for less. */
export const LARGEST_PAGE = 1000;

export interface Page {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}

export function pageSize({ maxResults }: Page): number {
  return maxResults || LARGEST_PAGE;
}

/** The token of the next page, if this one is full. */
export function nextPage<T>(items: readonly T[], page: Page, tokenOf: (last: T) => string): { nextToken?: string } {
  const last = items.at(-1);
  return last !== undefined && items.length === pageSize(page) ? { nextToken: tokenOf(last) } : {};
}

export function positionOf(page: Page): number | undefined {
  if (page.nextToken === undefined) return undefined;
  if (/^\d{1,15}$/.test(page.nextToken)) return Number(page.nextToken);
  throw new ServiceError('InvalidToken', 'Invalid Token: nextToken');
}
