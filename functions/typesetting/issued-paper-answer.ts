// An issued paper as the API shows it: what stands on it, how it stands, and what whoever asks may do about it.
import * as z from 'zod';
import type { IssuedPaper } from '../../domain/paper/issue-register.ts';
import { voidingActsOf } from '../../domain/paper/voiding.ts';
import type { Actor } from '../../domain/parties.ts';

export const issuedPaperSchema = z.object({
  kind: z.string(),
  title: z.string(),
  number: z.string().optional(),
  version: z.int(),
  printing: z.int().optional().describe('2 and more: issued again under the same version after it was voided'),
  serials: z.object({ from: z.int(), to: z.int() }).optional(),
  issuer: z.string(),
  issuedOn: z.string(),
  pages: z.int(),
  sha256: z.string(),
  voidedOn: z.string().optional(),
  voiding: z
    .object({
      proposal: z.int().describe('Of the entry that proposes it: a decision names the proposal that was seen'),
      on: z.string(),
      reason: z.string(),
      namedBy: z.array(z.int()).describe('Entries of the project that rest on the paper'),
      mine: z.boolean(),
    })
    .optional()
    .describe('Proposed by one person; void when another one confirms'),
  may: z.array(z.enum(['PROPOSE', 'CONFIRM', 'DECLINE'])).optional(),
});

export type IssuedPaperAnswer = z.input<typeof issuedPaperSchema>;

export function issuedPaperAnswer({ voiding, ...paper }: IssuedPaper, actor: Actor): IssuedPaperAnswer {
  const may = voidingActsOf({ ...paper, ...(voiding && { voiding }) }, actor);
  if (voiding === undefined) return { ...paper, may: [...may] };
  const { seq, by, on, reason, namedBy } = voiding;
  return { ...paper, may: [...may], voiding: { proposal: seq, on, reason, namedBy, mine: by === actor.id } };
}
