// Circulars over HTTP: drafted from the ledgers with frozen figures, edited, issued; the figures open their entries for good.
import * as z from 'zod';
import { bilingual } from '../../domain/api.ts';
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { Fault, granted, type Outcome } from '../../domain/errors.ts';
import { canonicalJson } from '../../domain/json.ts';
import { PAGE_READERS } from '../../domain/page-readers.ts';
import type { Ports } from '../../domain/ports.ts';
import {
  type CircularFigures,
  circularFigures,
  draftText,
  titleOfFigure,
} from '../../domain/programme/circular-draft.ts';
import {
  type CircularRecord,
  decideDraftCircular,
  decideEditCircular,
  decideIssueCircular,
  draftCircularInput,
  editCircularInput,
  findCircular,
  issueCircularInput,
} from '../../domain/programme/circulars.ts';
import { circularContents } from '../../domain/programme/district-papers.ts';
import { FIGURE_CODES } from '../../domain/programme/programme-figures.ts';
import { loadProgramme } from '../runtime/load-programme.ts';
import { type Route, route } from '../runtime/route.ts';
import { appendedSchema, countSchema, entriesSchema, figuresSchema } from './answer-schemas.ts';
import { appendToProgramme, type ProgrammeRequest } from './append-to-programme.ts';
import { circularSchema } from './read-programme.ts';
import { readRegister } from './read-register.ts';
import { ofYear, writeYear } from './year-acts.ts';

const JSON_TYPE = 'application/json';
const ofCircular = ofYear.extend({ no: z.coerce.number().int().positive() });

const frozenFigures = z.object({
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
  stuck: z
    .array(
      z.object({
        projectId: z.string(),
        project: z.string(),
        step: z.string(),
        responsible: z.string(),
        overdueDays: z.int(),
        entries: entriesSchema,
      }),
    )
    .readonly(),
});

const draftCircular = route({
  name: 'draftCircular',
  summary: { zh: '起草进度通报', en: 'Draft a progress circular from the ledgers' },
  method: 'POST',
  path: '/api/programme/{year}/circulars',
  access: ['RENOVATION_OFFICE'],
  status: 201,
  input: { params: ofYear, body: draftCircularInput },
  output: appendedSchema.extend({ circular: circularSchema }),
  async handle({ params: { year }, body, actor, request }, ports) {
    const drafted = await draftFromLedgers(ports, { year, actor, request }, body);
    return drafted.ok ? granted({ year, ...drafted.value }) : drafted;
  },
});

/** Figures are frozen with the draft: what they were computed from stands behind them for good. */
export async function draftFromLedgers(
  ports: Pick<Ports, 'ledger' | 'views' | 'papers' | 'clock'>,
  asked: ProgrammeRequest,
  about: z.output<typeof draftCircularInput>,
): Promise<Outcome<{ readonly seq: number; readonly circular: CircularRecord }>> {
  const figures = circularFigures(await readRegister(ports), about.month, dateInShanghai(ports.clock.now()));
  const { sha256 } = await ports.papers.put(new TextEncoder().encode(canonicalJson(figures)), {
    mediaType: JSON_TYPE,
    paperClass: 'FILED',
    storedAt: ports.clock.now(),
  });
  const draft = { ...draftText(figures), ...about, figures: sha256 };
  const appended = await appendToProgramme(ports, asked, (programme) => decideDraftCircular(programme, draft));
  if (!appended.ok) return appended;
  const circular = appended.value.circulars.at(-1);
  if (circular === undefined) throw new Fault('INTERNAL', 'a drafted circular is not in its ledger');
  return granted({ seq: appended.value.head.seq, circular });
}

const editCircular = route({
  name: 'editCircular',
  summary: { zh: '修改通报稿', en: 'Edit the draft of a circular' },
  method: 'POST',
  path: '/api/programme/{year}/circulars/{no}/edits',
  access: ['RENOVATION_OFFICE'],
  input: { params: ofCircular, body: editCircularInput },
  output: appendedSchema,
  handle: (asked, ports) =>
    writeYear(ports, asked, [], (programme) => decideEditCircular(programme, asked.params.no, asked.body)),
});

const issueCircular = route({
  name: 'issueCircular',
  summary: { zh: '印发通报', en: 'Issue a circular' },
  method: 'POST',
  path: '/api/programme/{year}/circulars/{no}/issue',
  access: ['RENOVATION_OFFICE'],
  input: { params: ofCircular, body: issueCircularInput },
  output: appendedSchema,
  handle: (asked, ports) =>
    writeYear(ports, asked, [['/document', asked.body.document]], (programme) =>
      decideIssueCircular(programme, asked.params.no, asked.body, dateInShanghai(ports.clock.now())),
    ),
});

const readCircular = route({
  name: 'readCircular',
  summary: { zh: '查看通报及数据出处', en: 'A circular with its figures and the entries behind them' },
  method: 'GET',
  path: '/api/programme/{year}/circulars/{no}',
  access: PAGE_READERS.circulars,
  input: { params: ofCircular },
  output: z.object({
    circular: circularSchema,
    figures: frozenFigures,
    titles: z.record(z.string(), bilingual.extend({ clause: z.string() })),
    contents: z.record(z.string(), z.unknown()).describe('What the paper C1 says'),
  }),
  async handle({ params: { year, no } }, ports) {
    const circular = findCircular(await loadProgramme(ports, year), no);
    if (!circular.ok) return circular;
    const figures = await takeFigures(ports, circular.value.figures);
    const titles = Object.fromEntries(FIGURE_CODES.map((code) => [code, titleOfFigure(code)]));
    const contents = circularContents(circular.value, figures);
    return granted({ circular: circular.value, figures, titles, contents });
  },
});

async function takeFigures(ports: Pick<Ports, 'papers'>, sha256: string): Promise<CircularFigures> {
  const bytes = await ports.papers.get(sha256);
  if (bytes === undefined) throw new Fault('CORRUPT', `figures ${sha256} of a circular are not on file`);
  return frozenFigures.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

export const CIRCULAR_ROUTES: readonly Route[] = [draftCircular, editCircular, issueCircular, readCircular];
