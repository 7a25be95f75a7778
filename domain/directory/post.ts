// A post (岗位): a role held in a unit, until a day or until it is taken away, and how a request says which one it acts under.
import type { PlainDate } from '../calendar/plain-date.ts';
import { ROLES, type Role } from '../parties.ts';

export interface Post {
  readonly role: Role;
  /** As an actor carries it. */
  readonly unit: string;
}

export interface HeldPost extends Post {
  /** The last day in Asia/Shanghai on which it admits, `2026-12-31`; absent: until it is taken away. */
  readonly until?: string;
}

/** Said with every request of somebody who holds several: `Jiugai-Post: STREET/330302001`. */
export const POST_HEADER = 'jiugai-post';

/** Names of units may be Chinese, and headers may not. */
export const writePost = ({ role, unit }: Post): string => `${role}/${encodeURIComponent(unit)}`;

/** Undefined for what names no post. */
export function readPost(text: string): Post | undefined {
  const [, named, written = ''] = /^([A-Z_]+)\/([^/]+)$/.exec(text) ?? [];
  const role = ROLES.find((each) => each === named);
  if (role === undefined) return undefined;
  try {
    return { role, unit: decodeURIComponent(written) };
  } catch {
    return undefined;
  }
}

export const isSamePost = (one: Post, other: Post): boolean => one.role === other.role && one.unit === other.unit;

/** Looked at when it is used: no job has to run for a post to end on its day. */
export const isHeldOn = ({ until }: Pick<HeldPost, 'until'>, on: PlainDate): boolean =>
  until === undefined || until >= on;
