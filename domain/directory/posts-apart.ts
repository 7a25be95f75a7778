// Posts that stand alone: whoever reads everything, or gives out the posts, changes nothing themselves (design §1).
import type { PlainDate } from '../calendar/plain-date.ts';
import { granted, type Outcome, refused } from '../errors.ts';
import { PARTIES, type Role } from '../parties.ts';
import { type HeldPost, isHeldOn, type Post } from './post.ts';

/** Why each of them is joined with no other role. */
const STANDING_ALONE = {
  AUDIT: {
    zh: '审计只看不办，不得查核自己经办的事项',
    en: 'audit reads everything and changes nothing: nobody audits what they have done themselves',
  },
  OPERATOR: {
    zh: '系统管理员授予岗位、不办业务，也不看个人信息',
    en: 'the operator gives out posts, does no business and sees no personal data',
  },
} as const satisfies Partial<Record<Role, { readonly zh: string; readonly en: string }>>;

type StandingAlone = keyof typeof STANDING_ALONE;
const standsAlone = (role: Role): role is StandingAlone => role in STANDING_ALONE;

/** Whether one of the two roles does not go with the other; a role goes with itself, in whatever units. */
export const areKeptApart = (one: Role, other: Role): boolean =>
  one !== other && (standsAlone(one) || standsAlone(other));

/** `held`: all that the person holds; what is over on that day, or is given again, joins nothing. */
export function permitJoining(held: readonly HeldPost[], given: Post, on: PlainDate): Outcome<undefined> {
  const other = held.find((post) => isHeldOn(post, on) && areKeptApart(post.role, given.role));
  const alone = [given.role, ...(other ? [other.role] : [])].find(standsAlone);
  if (other === undefined || alone === undefined) return granted(undefined);
  const [has, gets, why] = [PARTIES[other.role], PARTIES[given.role], STANDING_ALONE[alone]];
  return refused('GATE_SHUT', {
    zh: `该账号现任${has.zh}，不能再任${gets.zh}：${why.zh}。请先撤销原岗位，或另请他人担任。`,
    en: `This account holds a post of the ${has.en} now and cannot hold one of the ${gets.en} too: ${why.en}. Take that post away first, or give this one to somebody else.`,
  });
}
