// Circulars over HTTP: drafted from the ledgers with frozen figures, edited, proposed by one person and issued by another; the
// figures open their entries for good.
import * as z from 'zod';
import { bilingual } from '../../domain/api.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { Fault, granted, type Outcome, refused } from '../../domain/errors.ts';
import { canonicalJson } from '../../domain/json.ts';
import { mayRead } from '../../domain/page-readers.ts';
import type { Ports } from '../../domain/ports.ts';
import { circularFigures, draftText, titleOfFigure } from '../../domain/programme/circular-draft.ts';
import {
  type CircularRecord,
  decideDraftCircular,
  decideEditCircular,
  decideIssueCircular,
  decideProposeCircular,
  decideReturnCircular,
  draftCircularInput,
  editCircularInput,
  findCircular,
  findDraft,
  issueCircularInput,
  noSuchCircular,
  returnCircularInput,
} from '../../domain/programme/circulars.ts';
import { circularContents } from '../../domain/programme/district-papers.ts';
import { FIGURE_CODES } from '../../domain/programme/programme-figures.ts';
import { readersOf } from '../../domain/readers-of-page.ts';
import { loadProgramme } from '../runtime/load-programme.ts';
import { type Route, route } from '../runtime/route.ts';
import { appendedSchema } from './answer-schemas.ts';
import { appendToProgramme, type ProgrammeRequest } from './append-to-programme.ts';
import { circularAnswer, circularSchema } from './circular-answer.ts';
import { contentsHash, frozenFigures, takeFigures } from './circular-figures.ts';
import { permitDocument } from './circular-paper.ts';
import { readRegister } from './read-register.ts';
import { ofYear, writeYear } from './year-acts.ts';

const JSON_TYPE = 'application/json';
const ofCircular = ofYear.extend({ no: z.coerce.number().int().positive() });

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
    if (!drafted.ok) return drafted;
    const { seq, circular } = drafted.value;
    return granted({ year, seq, circular: circularAnswer(circular, actor) });
  },
});

/** Figures are frozen with the draft: what they were computed from stands behind them for good. */
export async function draftFromLedgers(
  ports: Pick<Ports, 'ledger' | 'views' | 'papers' | 'clock'>,
  asked: ProgrammeRequest,
  about: z.output<typeof draftCircularInput>,
): Promise<Outcome<{ readonly seq: number; readonly circular: CircularRecord }>> {
  const appended = await appendToProgramme(ports, asked, async (programme) => {
    const figures = circularFigures(await readRegister(ports), about.month, dateInShanghai(ports.clock.now()));
    const { sha256 } = await ports.papers.put(new TextEncoder().encode(canonicalJson(figures)), {
      mediaType: JSON_TYPE,
      paperClass: 'FILED',
      storedAt: ports.clock.now(),
    });
    return decideDraftCircular(programme, { ...draftText(figures), ...about, figures: sha256 });
  });
  if (!appended.ok) return appended;
  const circular = appended.value.circulars.at(-1);
  if (circular === undefined) throw new Fault('INTERNAL', 'a drafted circular is not in its ledger');
  return granted({ seq: appended.value.head.seq, circular });
}

const OF_CIRCULAR = '/api/programme/{year}/circulars/{no}';

interface StepInput<B> extends ProgrammeRequest {
  readonly no: number;
  readonly body: B;
}

type Decide = Parameters<typeof appendToProgramme>[2];

interface Step<B extends z.ZodType> {
  readonly name: string;
  readonly summary: Bilingual;
  /** Behind the address of the circular. */
  readonly at: string;
  readonly body: B;
  /** Papers that have to be on file. */
  papers?(body: z.output<B>): Parameters<typeof writeYear>[2];
  decide(ports: Ports, asked: StepInput<z.output<B>>): Decide;
}

/** What the office does with a circular until it is issued: one entry more in its year. */
const stepOfCircular = <const B extends z.ZodType>({ name, summary, at, body, papers, decide }: Step<B>): Route =>
  route({
    name,
    summary,
    method: 'POST',
    path: `${OF_CIRCULAR}/${at}`,
    access: ['RENOVATION_OFFICE'],
    input: { params: ofCircular, body },
    output: appendedSchema,
    handle(asked, ports) {
      const { params, actor, request } = asked;
      const step = { year: params.year, no: params.no, actor, request, body: asked.body };
      return writeYear(ports, asked, papers?.(asked.body) ?? [], decide(ports, step));
    },
  });

const editCircular = stepOfCircular({
  name: 'editCircular',
  summary: { zh: '修改通报稿', en: 'Edit the draft of a circular' },
  at: 'edits',
  body: editCircularInput,
  decide:
    (_ports, { no, body }) =>
    (programme) =>
      decideEditCircular(programme, no, body),
});

const proposeCircular = stepOfCircular({
  name: 'proposeCircular',
  summary: { zh: '提请印发通报', en: 'Propose a circular as it stands; another person issues it' },
  at: 'proposal',
  body: z.strictObject({}).optional(),
  decide: (ports, { no }) => asItStands(ports, no),
});

/** The words that were read are proposed: somebody who edits meanwhile is not vouched for. */
function asItStands(ports: Pick<Ports, 'papers'>, no: number): Decide {
  let read: CircularRecord | undefined;
  return async (programme) => {
    const draft = findDraft(programme, no);
    if (!draft.ok) return draft;
    read ??= draft.value;
    if (draft.value.seqs.length !== read.seqs.length) return changedMeanwhile();
    return decideProposeCircular(programme, no, await contentsHash(ports, read));
  };
}

export async function proposeAsItStands(
  ports: Pick<Ports, 'ledger' | 'papers' | 'clock'>,
  asked: ProgrammeRequest,
  no: number,
): Promise<Outcome<{ readonly seq: number }>> {
  const appended = await appendToProgramme(ports, asked, asItStands(ports, no));
  return appended.ok ? granted({ seq: appended.value.head.seq }) : appended;
}

const changedMeanwhile = () =>
  refused('STALE', {
    zh: '通报刚刚被改过；请看过现在的正文再提请。',
    en: 'The circular has just been changed: read it as it stands, then propose it.',
  });

const returnCircular = stepOfCircular({
  name: 'returnCircular',
  summary: { zh: '退回或撤回提请印发的通报', en: 'Return a circular that is proposed, or take the proposal back' },
  at: 'return',
  body: returnCircularInput,
  decide:
    (_ports, { no, body, actor }) =>
    (programme) =>
      decideReturnCircular(programme, no, body, actor),
});

const issueCircular = stepOfCircular({
  name: 'issueCircular',
  summary: { zh: '复核印发通报', en: 'Issue a circular that another person has proposed' },
  at: 'issue',
  body: issueCircularInput,
  papers: ({ document }) => [['/document', document]],
  decide:
    (ports, { year, no, body, actor }) =>
    async (programme) => {
      const circular = findCircular(programme, no);
      if (!circular.ok) return circular;
      const permitted = await permitDocument(ports, year, circular.value, body);
      const on = dateInShanghai(ports.clock.now());
      return permitted.ok ? decideIssueCircular(programme, no, body, { actor, on }) : permitted;
    },
});

const readCircular = route({
  name: 'readCircular',
  summary: { zh: '查看通报及数据出处', en: 'A circular with its figures and the entries behind them' },
  method: 'GET',
  path: OF_CIRCULAR,
  access: readersOf('circulars'),
  input: { params: ofCircular },
  output: z.object({
    circular: circularSchema,
    figures: frozenFigures,
    titles: z.record(z.string(), bilingual.extend({ clause: z.string() })),
    contents: z.record(z.string(), z.unknown()).describe('What the paper C1 says'),
  }),
  async handle({ params: { year, no }, actor }, ports) {
    const circular = findCircular(await loadProgramme(ports, year), no);
    if (!circular.ok) return circular;
    if (circular.value.issued === undefined && !mayRead('circularDrafts', actor.role)) return noSuchCircular();
    const figures = await takeFigures(ports, circular.value.figures);
    const titles = Object.fromEntries(FIGURE_CODES.map((code) => [code, titleOfFigure(code)]));
    const contents = circularContents(circular.value, figures);
    return granted({ circular: circularAnswer(circular.value, actor), figures, titles, contents });
  },
});

export const CIRCULAR_ROUTES: readonly Route[] = [
  draftCircular,
  editCircular,
  proposeCircular,
  returnCircular,
  issueCircular,
  readCircular,
];
