// The figures that were frozen with a circular, with the entries behind them, and what its paper says with them.
import * as z from 'zod';
import { bilingual } from '../../domain/api.ts';
import { Fault } from '../../domain/errors.ts';
import { hashOf } from '../../domain/json.ts';
import type { Ports } from '../../domain/ports.ts';
import type { CircularFigures } from '../../domain/programme/circular-draft.ts';
import type { CircularRecord } from '../../domain/programme/circulars.ts';
import { circularContents } from '../../domain/programme/district-papers.ts';
import { countSchema, entriesSchema, figuresSchema } from './answer-schemas.ts';

const stuckProject = z.object({
  projectId: z.string(),
  project: z.string(),
  step: bilingual,
  responsible: bilingual,
  overdueDays: z.int(),
  entries: entriesSchema,
});

export const frozenFigures = z.object({
  month: z.string(),
  asOf: z.string(),
  district: figuresSchema,
  news: z.object({
    newPassed: countSchema,
    newPublicity: countSchema,
    newFunded: countSchema,
    newStarted: countSchema,
    newAccepted: countSchema,
  }),
  streets: z.array(z.object({ street: z.string(), figures: figuresSchema })).readonly(),
  stuck: z.array(stuckProject).readonly(),
});

/** Circulars drafted before the list was kept in both languages have it in Chinese alone, and are read as they are. */
const inWords = z.union([bilingual, z.string().transform((zh) => ({ zh, en: zh }))]);
const keptFigures = frozenFigures.extend({
  stuck: z.array(stuckProject.extend({ step: inWords, responsible: inWords })).readonly(),
});

export async function takeFigures(ports: Pick<Ports, 'papers'>, sha256: string): Promise<CircularFigures> {
  const bytes = await ports.papers.get(sha256);
  if (bytes === undefined) throw new Fault('CORRUPT', `figures ${sha256} of a circular are not on file`);
  return keptFigures.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

/** By which the second person can tell that the words are still those of the proposal. */
export const contentsHash = async (ports: Pick<Ports, 'papers'>, circular: CircularRecord): Promise<string> =>
  hashOf(circularContents(circular, await takeFigures(ports, circular.figures)));
