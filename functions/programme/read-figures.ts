// Any figure of the programme, with the entries that it was computed from; and the assessment of the streets.
import * as z from 'zod';
import { bilingual } from '../../domain/api.ts';
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { granted } from '../../domain/errors.ts';
import { titleOfFigure } from '../../domain/programme/circular-draft.ts';
import { citationOf, MEASURE_CODES, MEASURES } from '../../domain/programme/criteria.ts';
import { assessmentContents } from '../../domain/programme/district-papers.ts';
import { FIGURE_CODES, figureOf } from '../../domain/programme/programme-figures.ts';
import { assessStreets } from '../../domain/programme/street-assessment.ts';
import { loadProgramme } from '../runtime/load-programme.ts';
import { type Route, route } from '../runtime/route.ts';
import { countSchema, figureSchema } from './answer-schemas.ts';
import { readRegister } from './read-register.ts';
import { streetFor, WATCHERS } from './watchers.ts';
import { ofYear } from './year-acts.ts';

const ofStreet = z.strictObject({
  street: z
    .string()
    .regex(/^\d{9}$/, '街道代码为 9 位数字｜A street code has 9 digits')
    .optional(),
});

const titled = z.object({ code: z.enum(FIGURE_CODES), title: bilingual, clause: z.string() });

const listFiguresRoute = route({
  name: 'listFigures',
  summary: { zh: '工作数据', en: 'The figures of the programme' },
  method: 'GET',
  path: '/api/programme/figures',
  access: WATCHERS,
  input: { query: ofStreet },
  output: z.object({
    today: z.string(),
    figures: z.array(titled.extend({ value: figureSchema.shape.value })),
  }),
  async handle({ query, actor }, ports) {
    const today = dateInShanghai(ports.clock.now());
    const projects = await readRegister(ports, streetFor(actor, query));
    const figures = FIGURE_CODES.map((code) => {
      const { clause, ...title } = titleOfFigure(code);
      return { code, title, clause, value: figureOf(code, projects, today).value };
    });
    return granted({ today, figures });
  },
});

const readFigureRoute = route({
  name: 'readFigure',
  summary: { zh: '数据出处', en: 'A figure with the ledger entries behind it' },
  method: 'GET',
  path: '/api/programme/figures/{code}',
  access: WATCHERS,
  input: { params: z.strictObject({ code: z.enum(FIGURE_CODES) }), query: ofStreet },
  output: titled
    .extend({
      today: z.string(),
      names: z.record(z.string(), z.string()).describe('Of the neighbourhoods, by project'),
    })
    .extend(figureSchema.shape),
  async handle({ params: { code }, query, actor }, ports) {
    const today = dateInShanghai(ports.clock.now());
    const projects = await readRegister(ports, streetFor(actor, query));
    const { clause, ...title } = titleOfFigure(code);
    const figure = figureOf(code, projects, today);
    const behind = new Set(figure.entries.map(({ projectId }) => projectId));
    const names = Object.fromEntries(
      projects.flatMap(({ projectId, neighbourhood }) =>
        behind.has(projectId) ? [[projectId, neighbourhood.name]] : [],
      ),
    );
    return granted({ code, title, clause, today, names, ...figure });
  },
});

const resultSchema = z.object({
  measure: z.enum(MEASURE_CODES),
  title: bilingual,
  clause: z.string(),
  quote: z.string(),
  part: countSchema,
  whole: countSchema,
  points: z.object({ got: z.string(), of: z.int() }).optional(),
});

const readAssessmentRoute = route({
  name: 'readAssessment',
  summary: { zh: '街道综合考评', en: 'The assessment of the streets' },
  method: 'GET',
  path: '/api/programme/{year}/assessment',
  access: WATCHERS,
  input: { params: ofYear },
  output: z.object({
    year: z.string(),
    today: z.string(),
    criteria: z.object({ document: z.string(), seq: z.int() }).optional(),
    streets: z.array(
      z.object({
        street: z.string(),
        projects: z.int(),
        score: z.string().optional(),
        rank: z.int().optional(),
        results: z.array(resultSchema),
        contents: z.record(z.string(), z.unknown()).describe('What the paper C2 says'),
      }),
    ),
  }),
  async handle({ params: { year }, actor }, ports) {
    const today = dateInShanghai(ports.clock.now());
    const { criteria } = await loadProgramme(ports, year);
    const assessed = assessStreets(await readRegister(ports), criteria, today);
    return granted({
      year,
      today,
      ...(criteria && { criteria: { document: criteria.document, seq: criteria.seq } }),
      streets: assessed
        .filter(({ street }) => actor.role !== 'STREET' || actor.unit === street)
        .map(({ results, ...street }) => ({
          ...street,
          contents: assessmentContents(year, { results, ...street }),
          results: results.map((result) => {
            const { zh, en } = MEASURES[result.measure];
            return { ...result, title: { zh, en }, ...citationOf(result.measure) };
          }),
        })),
    });
  },
});

export const FIGURE_ROUTES: readonly Route[] = [listFiguresRoute, readFigureRoute, readAssessmentRoute];
