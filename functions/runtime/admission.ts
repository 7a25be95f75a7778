// Who is asking, under which of their posts, and whether this party may ask this at all. Which project and which state is
// decided by the act.
import * as z from 'zod';
import { type HeldPost, isSamePost, type Post, readPost } from '../../domain/directory/post.ts';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { type Actor, PARTIES, ROLES, type Role } from '../../domain/parties.ts';
import type { Directory } from '../../domain/ports.ts';
import type { Claims } from './http-event.ts';

/**
 * Anybody (and nobody is asked who they are), a person whichever post they act under, somebody signed in under a post, or
 * the parties named.
 */
export type Access = 'PUBLIC' | 'PERSON' | 'SIGNED_IN' | readonly Role[];

const Identified = z.object({ sub: z.string().min(1).max(200) });
/** The system acts by itself, never by a token. */
const Granted = Identified.extend({ role: z.enum(ROLES).exclude(['SYSTEM']), unit: z.string().min(1).max(100) });

/** Somebody with all posts that they hold today; one at least. */
export interface Asking {
  readonly id: string;
  readonly posts: readonly HeldPost[];
}

/**
 * The person behind verified claims. An issuer that names role and unit is believed; one that only knows who signed in is
 * completed by the district's own grants, as they are at this moment.
 */
export async function identify(
  claims: Claims | undefined,
  directory: Pick<Directory, 'find'>,
): Promise<Outcome<Asking>> {
  const byIssuer = Granted.safeParse(claims);
  if (byIssuer.success) {
    const { sub, role, unit } = byIssuer.data;
    return granted({ id: sub, posts: [{ role, unit }] });
  }
  const identified = Identified.safeParse(claims);
  const known =
    identified.success && claims?.role === undefined ? await directory.find(identified.data.sub) : undefined;
  if (known !== undefined) return granted({ id: known.id, posts: known.posts });
  return refused('UNAUTHENTICATED', {
    zh: '登录已失效或账号没有任何岗位，请重新登录；仍然不行请联系系统管理员。',
    en: 'Sign in again; if that does not help, the account holds no role: ask the operator.',
  });
}

/** Of more parties than these, it is shorter to say who is none of them. */
const FEW = 12;

/** `said`: the post that the request names. */
export async function admit(
  access: Exclude<Access, 'PUBLIC' | 'PERSON'>,
  claims: Claims | undefined,
  directory: Pick<Directory, 'find'>,
  said: string | undefined,
): Promise<Outcome<Actor>> {
  const asking = await identify(claims, directory);
  if (!asking.ok) return asking;
  const { id, posts } = asking.value;
  const post = actedUnder(posts, said);
  if (!post.ok) return post;
  const { role, unit } = post.value;
  if (access === 'SIGNED_IN' || access.includes(role)) return granted({ id, role, unit });
  if (access.length > FEW) {
    const { zh, en } = PARTIES[role];
    return refused('FORBIDDEN_ROLE', { zh: `该事项不对${zh}开放。`, en: `This is not open to: ${en}.` });
  }
  const parties = access.map((each) => PARTIES[each]);
  const mayUnderAnother = posts.some((each) => access.includes(each.role));
  return refused('FORBIDDEN_ROLE', {
    zh: `该事项由${parties.map(({ zh }) => zh).join('、')}办理。${mayUnderAnother ? '请换到您的该岗位后再办。' : ''}`,
    en: `This is done by: ${parties.map(({ en }) => en).join(', ')}.${mayUnderAnother ? ' Switch to that post of yours.' : ''}`,
  });
}

/** Nothing has to be said where there is one post; where there are several, none is guessed. */
function actedUnder(posts: readonly HeldPost[], said: string | undefined): Outcome<Post> {
  if (said !== undefined) {
    const named = readPost(said);
    const held = named && posts.find((post) => isSamePost(post, named));
    if (held !== undefined) return granted(held);
    return refused('NOT_YOUR_POST', {
      zh: '这个岗位不是授予您的，或已撤销、到期。请重新选定岗位。',
      en: 'This post was not given to you, was taken away, or its last day is over. Choose a post again.',
    });
  }
  const [only, another] = posts;
  if (only !== undefined && another === undefined) return granted(only);
  return refused('CHOOSE_POST', {
    zh: '您任有多个岗位，请先选定以哪个岗位办理（请求头 Jiugai-Post）。',
    en: 'You hold several posts: say which one you act under (header Jiugai-Post).',
  });
}
