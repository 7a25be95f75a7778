// The key of a wall screen: numbers only, for the district or one street, until a day. Nothing is stored: the key proves itself.
import * as z from 'zod';
import { dateInShanghai, parsePlainDate } from '../../domain/calendar/plain-date.ts';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { base32, typedBase32 } from '../../domain/paper/base32.ts';
import type { Ports } from '../../domain/ports.ts';
import { DISTRICT, scopeOfStreet } from '../../domain/projects/dashboard-rows.ts';
import { route } from '../runtime/route.ts';
import { type Scope, scopeOf, WATCHERS } from './scope.ts';

/** 60 bits: a key is tried against the whole district, and shows numbers only. */
const LENGTH = 12;
const KEY = /^(district|\d{9})\.(\d{4}-\d{2}-\d{2})\.([0-9A-Z]{12})$/i;

const proofOf = ({ seal }: Pick<Ports, 'seal'>, of: string, until: string): string =>
  base32(seal.keyedHash('display-key', `${of}|${until}`), LENGTH);

export const makeDisplayKey = route({
  name: 'makeDisplayKey',
  summary: { zh: '生成大屏显示密钥', en: 'Make the key of a wall screen' },
  method: 'POST',
  path: '/api/display-keys',
  access: WATCHERS,
  status: 201,
  input: {
    body: z.strictObject({
      street: z
        .string()
        .regex(/^\d{9}$/, '街道代码为 9 位数字｜A street code has 9 digits')
        .optional(),
      until: z
        .string()
        .refine(
          (text) => parsePlainDate(text) !== undefined,
          '应为日期，如 2026-12-31｜Must be a date, like 2026-12-31',
        )
        .optional()
        .describe('Last day, for the operator to set: a key cannot be taken back before. Today for everybody else'),
    }),
  },
  output: z.object({ key: z.string(), address: z.string() }),
  secret: true,
  async handle({ body, actor }, ports) {
    // Whoever watches the dashboard may put its figures on a wall for today: the same figures, and no longer than a day.
    if (body.until !== undefined && actor.role !== 'OPERATOR') return onlyToday();
    const of = scopeOf(actor, body).street ?? DISTRICT;
    const until = body.until ?? dateInShanghai(ports.clock.now());
    const key = `${of}.${until}.${proofOf(ports, of, until)}`;
    // Behind the #, so that the key is in no log of any server.
    return granted({ key, address: `/screen#key=${key}` });
  },
});

/** Whose numbers the key opens. */
export function scopeOfKey(ports: Pick<Ports, 'seal' | 'clock'>, key: string): Outcome<Scope> {
  const [, of = '', until = '', proof = ''] = KEY.exec(key) ?? [];
  if (proof === '' || typedBase32(proof) !== proofOf(ports, of.toLowerCase(), until)) return badKey();
  if (dateInShanghai(ports.clock.now()) > until) return badKey();
  return granted(
    of.toLowerCase() === DISTRICT ? { partition: DISTRICT } : { street: of, partition: scopeOfStreet(of) },
  );
}

const onlyToday = (): Outcome<never> =>
  refused('FORBIDDEN_ROLE', {
    zh: '您只能开当天的大屏；要长期挂墙，请系统管理员在“设置”里生成密钥。',
    en: 'You may open the screen for today; for a wall, the operator makes a key under Settings.',
  });

const badKey = (): Outcome<never> =>
  refused('UNAUTHENTICATED', {
    zh: '显示密钥不对或已到期，请运维在“设置”里另发一个。',
    en: 'The display key is wrong or over: the operator makes another one under Settings.',
  });
