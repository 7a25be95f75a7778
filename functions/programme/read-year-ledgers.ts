// The ledgers of a year as they are: the entries of the programme and of the budget, and the budget's figures with theirs.
import * as z from 'zod';
import { entrySchema } from '../../domain/api.ts';
import { budgetLedger } from '../../domain/budget/budget.ts';
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { granted } from '../../domain/errors.ts';
import { type Entry, findChainBreak, type LedgerRef } from '../../domain/ledger.ts';
import { mayRead } from '../../domain/page-readers.ts';
import type { Ports } from '../../domain/ports.ts';
import { budgetFigures } from '../../domain/programme/budget-figures.ts';
import { programmeLedger } from '../../domain/programme/programme-ledger.ts';
import { type Route, route } from '../runtime/route.ts';
import { WATCHERS } from './watchers.ts';
import { ofYear } from './year-acts.ts';

const entriesOfYear = z.object({ entries: z.array(entrySchema.omit({ projectId: true })), unbroken: z.boolean() });

/** What a circular will say is nobody's to read before it is issued but theirs who work with it; that it was drafted is on record. */
const withoutDrafts = ({ payload, ...entry }: Entry): Entry => {
  const { title: _, paragraphs: __, figures: ___, ...rest } = payload;
  return { ...entry, payload: entry.act === 'draft-circular' || entry.act === 'edit-circular' ? rest : payload };
};

async function readWhole({ ledger }: Pick<Ports, 'ledger'>, ref: LedgerRef) {
  const entries = await ledger.read(ref);
  return { entries: [...entries], unbroken: findChainBreak(ref, entries) === undefined };
}

const readProgrammeLedger = route({
  name: 'readProgrammeLedger',
  summary: { zh: '查看年度工作台账', en: 'The ledger of a programme year' },
  method: 'GET',
  path: '/api/programme/{year}/ledger',
  access: WATCHERS,
  input: { params: ofYear },
  output: entriesOfYear,
  async handle({ params, actor }, ports) {
    const { entries, unbroken } = await readWhole(ports, programmeLedger(params.year));
    const drafts = mayRead('circularDrafts', actor.role);
    return granted({ entries: drafts ? entries : entries.map(withoutDrafts), unbroken });
  },
});

const readBudgetLedger = route({
  name: 'readBudgetLedger',
  summary: { zh: '查看年度预算台账', en: 'The ledger of a subsidy budget' },
  method: 'GET',
  path: '/api/budgets/{year}/ledger',
  access: WATCHERS,
  input: { params: ofYear },
  output: entriesOfYear,
  handle: async ({ params }, ports) => granted(await readWhole(ports, budgetLedger(params.year))),
});

const budgetFigureSchema = z.object({
  value: z.string(),
  entries: z.array(z.object({ budgetYear: z.string(), seq: z.int() })).readonly(),
});

const readBudgetFigures = route({
  name: 'readBudgetFigures',
  summary: { zh: '年度预算数据出处', en: 'The figures of a subsidy budget with the entries behind them' },
  method: 'GET',
  path: '/api/programme/{year}/budget',
  access: WATCHERS,
  input: { params: ofYear },
  output: z.object({
    year: z.string(),
    figures: z
      .object({
        amount: budgetFigureSchema,
        reserved: budgetFigureSchema,
        left: budgetFigureSchema,
        byMonth: z.array(budgetFigureSchema).readonly(),
      })
      .optional(),
  }),
  async handle({ params: { year } }, ports) {
    const today = dateInShanghai(ports.clock.now());
    const months = year < today.slice(0, 4) ? 12 : Number(today.slice(5, 7));
    const figures = budgetFigures(year, await ports.ledger.read(budgetLedger(year)), months);
    return granted({ year, ...(figures && { figures }) });
  },
});

export const YEAR_LEDGER_ROUTES: readonly Route[] = [readProgrammeLedger, readBudgetLedger, readBudgetFigures];
