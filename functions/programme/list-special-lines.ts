// GET /api/programme/special-lines: lifts and other works with money of their own, by line, in a ledger beside the total (F-12, F-12a).
import * as z from 'zod';
import { granted } from '../../domain/errors.ts';
import { decimalOf, printAmount, sum } from '../../domain/money/money.ts';
import { SPECIAL_LINES } from '../../domain/policy/rules/special-lines.ts';
import { type Route, route } from '../runtime/route.ts';
import { entriesSchema } from './answer-schemas.ts';
import { readRegister } from './read-register.ts';
import { streetFor, WATCHERS } from './watchers.ts';

const amountSchema = z.object({ value: z.string(), entries: entriesSchema });

const listSpecialLinesRoute = route({
  name: 'listSpecialLines',
  summary: { zh: '专项工程台账', en: 'The special lines with their money' },
  method: 'GET',
  path: '/api/programme/special-lines',
  access: WATCHERS,
  output: z.object({
    lines: z.array(
      z.object({
        line: z.enum(SPECIAL_LINES),
        setAside: amountSchema,
        paid: amountSchema,
        items: z.array(
          z.object({
            projectId: z.string(),
            name: z.string(),
            no: z.int(),
            item: z.string(),
            amount: z.string(),
            paid: z.string(),
            planItem: z.string().optional().describe('In the total investment: never paid a second time'),
            expressRule: z.string().optional(),
          }),
        ),
      }),
    ),
  }),
  async handle({ actor }, ports) {
    const projects = await readRegister(ports, streetFor(actor, {}));
    const listed = projects.flatMap(({ projectId, neighbourhood, programme }) =>
      programme.specialLines.map((item) => ({ ...item, projectId, name: neighbourhood.name })),
    );
    return granted({
      lines: SPECIAL_LINES.map((line) => {
        const items = listed.filter((item) => item.line === line);
        const refs = (seqsOf: (seqs: readonly number[]) => readonly number[]) =>
          items.flatMap(({ projectId, seqs }) => seqsOf(seqs).map((seq) => ({ projectId, seq })));
        return {
          line,
          // The first entry listed the item, the others paid on it.
          setAside: { value: total(items.map(({ amount }) => amount)), entries: refs((seqs) => seqs.slice(0, 1)) },
          paid: { value: total(items.map(({ paid }) => paid)), entries: refs((seqs) => seqs.slice(1)) },
          items,
        };
      }),
    });
  },
});

const total = (amounts: readonly string[]): string => printAmount(sum(amounts.map(decimalOf)));

export const SPECIAL_LINE_ROUTES: readonly Route[] = [listSpecialLinesRoute];
