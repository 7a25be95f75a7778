// A circular as the API shows it: its words, who waits for whom, and what whoever asks may do about it.
import * as z from 'zod';
import type { Actor } from '../../domain/parties.ts';
import { circularActsOf } from '../../domain/programme/circular-persons.ts';
import type { CircularRecord } from '../../domain/programme/circulars.ts';

const account = z.string().describe('Of an account, as the ledger has it');

export const circularSchema = z.object({
  no: z.int(),
  month: z.string(),
  kind: z.enum(['MONTHLY', 'AD_HOC']),
  title: z.string(),
  paragraphs: z.array(z.string()),
  figures: z.string(),
  draftedAt: z.string(),
  proposed: z
    .object({
      proposal: z.int().describe('Of the entry that proposes it: whoever answers names the proposal that was seen'),
      on: z.string(),
      by: account,
      mine: z.boolean(),
    })
    .optional()
    .describe('One person proposes these words; another one issues them'),
  returned: z
    .object({ on: z.string(), by: account, mine: z.boolean(), reason: z.string().optional() })
    .optional()
    .describe('The latest proposal that was not agreed to, and why, or that was taken back, without a reason'),
  issued: z
    .object({ reference: z.string(), issuedOn: z.string(), document: z.string().optional(), by: account })
    .optional(),
  may: z.array(z.enum(['EDIT', 'PROPOSE', 'RETURN', 'ISSUE'])).readonly(),
  seqs: z.array(z.int()).readonly(),
});

export function circularAnswer(circular: CircularRecord, actor: Actor): z.input<typeof circularSchema> {
  const { proposed, returned, ...record } = circular;
  const mine = ({ by }: { readonly by: string }): boolean => by === actor.id;
  return {
    ...record,
    may: circularActsOf(circular, actor),
    ...(returned && { returned: { ...returned, mine: mine(returned) } }),
    ...(proposed && {
      proposed: { proposal: proposed.seq, on: proposed.on, by: proposed.by, mine: mine(proposed) },
    }),
  };
}
