// GET /api/privacy/{day}: who looked at personal data on that day, and what was erased, handed out, corrected or blackened.
import * as z from 'zod';
import { granted } from '../../domain/errors.ts';
import { ROLES } from '../../domain/parties.ts';
import { PRIVACY_ACTS, privacyLedger } from '../runtime/privacy-ledger.ts';
import { route } from '../runtime/route.ts';

export const readPrivacy = route({
  name: 'readPrivacy',
  summary: { zh: '个人信息查阅和处置记录', en: 'What was done with personal data' },
  method: 'GET',
  path: '/api/privacy/{day}',
  access: ['AUDIT', 'RENOVATION_OFFICE'],
  input: { params: z.strictObject({ day: z.iso.date() }) },
  output: z.object({
    entries: z.array(
      z.object({
        at: z.string(),
        act: z.enum(PRIVACY_ACTS),
        by: z.object({ id: z.string(), role: z.enum(ROLES), unit: z.string() }),
        about: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
  async handle({ params }, ports) {
    const entries = await ports.ledger.read(privacyLedger(params.day));
    return granted({
      entries: entries.map(({ at, act, actor, payload }) => ({
        at,
        act: z.enum(PRIVACY_ACTS).parse(act),
        by: actor,
        about: payload,
      })),
    });
  },
});
