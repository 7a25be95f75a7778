// GET /api/dashboard/screen: everything a wall screen shows, in one answer, by display key: numbers and names of neighbourhoods only.
import * as z from 'zod';
import { screenSchema } from '../../domain/dashboard-screen.ts';
import { granted } from '../../domain/errors.ts';
import { route } from '../runtime/route.ts';
import { scopeOfKey } from './display-keys.ts';
import { figuresTag } from './figures-tag.ts';
import { sumBudgetYear } from './read-budget-year.ts';
import { findClocks } from './read-clocks.ts';
import { countSteps } from './read-funnel.ts';
import { raceForMoney } from './read-money.ts';
import { countStreets } from './read-streets.ts';
import { findStuck } from './read-stuck.ts';
import { asOfNow } from './scope.ts';

export const readScreen = route({
  name: 'readScreen',
  summary: { zh: '大屏数据', en: 'What a wall screen shows' },
  method: 'GET',
  path: '/api/dashboard/screen',
  access: 'PUBLIC',
  input: { headers: z.object({ 'x-display-key': z.string().max(60).default('') }) },
  output: screenSchema,
  // Parsed first: the parts have moments of their own, which are left out of the answer.
  etag: (screen) => figuresTag(screenSchema.parse(screen)),
  async handle({ headers }, ports) {
    const scope = scopeOfKey(ports, headers['x-display-key']);
    if (!scope.ok) return scope;
    const [funnel, { streets }, money, { budget, year }, clocks, { reconciliation }] = await Promise.all([
      countSteps(ports, scope.value),
      countStreets(ports, scope.value),
      raceForMoney(ports, scope.value),
      sumBudgetYear(ports),
      findClocks(ports, scope.value),
      findStuck(ports, scope.value),
    ]);
    return granted({
      ...asOfNow(ports),
      ...(scope.value.street !== undefined && { street: scope.value.street }),
      stuck: reconciliation?.stuck.length ?? 0,
      funnel,
      streets,
      money,
      ...(budget && { budget: { year, ...budget } }),
      clocks,
    });
  },
});
