// The annual round as it stands: who is in it and by what, the queue, the waiting list, and what if things were otherwise.
import * as z from 'zod';
import { bilingual } from '../../domain/api.ts';
import { leftOf, reservedOf } from '../../domain/budget/budget.ts';
import { granted } from '../../domain/errors.ts';
import { printAmount } from '../../domain/money/money.ts';
import { MEMBERSHIPS } from '../../domain/programme/rounds.ts';
import { asThingsStand, whatIf, whatIfInput } from '../../domain/programme/what-if.ts';
import type { Project } from '../../domain/projects/project.ts';
import { ALL_STATES } from '../../domain/projects/states.ts';
import { type Route, route } from '../runtime/route.ts';
import { entriesSchema, entryRefSchema, programmeRefSchema } from './answer-schemas.ts';
import { roundOf } from './round-of-year.ts';
import { WATCHERS } from './watchers.ts';
import { ofYear } from './year-acts.ts';

const budgetSchema = z.object({ amount: z.string(), reserved: z.string(), left: z.string() });

const conditionSchema = z.object({ code: z.string(), says: bilingual, amount: z.string().optional() });

const readRoundRoute = route({
  name: 'readRound',
  summary: { zh: '年度申报、排队与候补', en: 'The round of a year: applications, queue, waiting list' },
  method: 'GET',
  path: '/api/programme/{year}/round',
  access: WATCHERS,
  input: { params: ofYear },
  output: z.object({
    year: z.string(),
    closesOn: z.string().optional(),
    budget: budgetSchema,
    members: z.array(
      z.object({
        projectId: z.string(),
        name: z.string(),
        street: z.string(),
        as: z.enum(MEMBERSHIPS),
        on: z.string().optional(),
        application: entryRefSchema.optional(),
        decision: programmeRefSchema.optional(),
      }),
    ),
    waiting: z
      .array(
        z.object({
          projectId: z.string(),
          name: z.string(),
          street: z.string(),
          state: z.enum(ALL_STATES),
          subsidy: z.string(),
          rank: z.int().optional(),
          rankedBy: z.enum(['FUNDED_ON', 'APPLIED_ON']).optional(),
          fits: z.boolean(),
          conditions: z.array(conditionSchema).readonly(),
          entries: entriesSchema,
        }),
      )
      .readonly(),
  }),
  async handle({ params: { year }, actor }, ports) {
    const { programme, budget, members, waiting } = await roundOf(ports, year);
    const own = (street: string): boolean => actor.role !== 'STREET' || actor.unit === street;
    return granted({
      year,
      ...(programme.round && { closesOn: programme.round.closesOn }),
      budget: {
        amount: printAmount(budget.amount),
        reserved: printAmount(reservedOf(budget)),
        left: printAmount(leftOf(budget)),
      },
      members: members
        .filter(({ project }) => own(project.neighbourhood.street))
        .map(({ project, membership }) => ({ ...nameOf(project), ...membership })),
      // Ranks are those of the whole district, also where a street sees its own only.
      waiting: waiting.filter(({ street }) => own(street)),
    });
  },
});

const supposedSchema = z.object({
  budget: z.string(),
  reserved: z.string(),
  left: z.string(),
  taken: z.string(),
  queue: z
    .array(
      z.object({
        rank: z.int(),
        projectId: z.string(),
        name: z.string(),
        subsidy: z.string(),
        residents: z.string(),
        missing: z.string(),
        fits: z.boolean(),
        shortage: z.string(),
      }),
    )
    .readonly(),
});

const whatIfRoute = route({
  name: 'supposeRound',
  summary: { zh: '排队试算：改上限、预算或次序', en: 'What if: another cap, budget or order; nothing is stored' },
  method: 'POST',
  path: '/api/programme/{year}/what-if',
  access: ['RENOVATION_OFFICE', 'LEADING_GROUP', 'FINANCE', 'AUDIT', 'PRINCIPAL_LEADER'],
  input: { params: ofYear, body: whatIfInput },
  output: z.object({ asThingsStand: supposedSchema, supposed: supposedSchema }),
  async handle({ params: { year }, body }, ports) {
    const { competing, budget } = await roundOf(ports, year);
    const figures = { budget: budget.amount, reserved: reservedOf(budget) };
    const supposed = whatIf(competing, figures, body);
    return supposed.ok
      ? granted({ asThingsStand: asThingsStand(competing, figures), supposed: supposed.value })
      : supposed;
  },
});

const nameOf = ({ projectId, neighbourhood: { name, street } }: Project) => ({ projectId, name, street });

export const ROUND_ROUTES: readonly Route[] = [readRoundRoute, whatIfRoute];
