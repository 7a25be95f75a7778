// A neighbourhood that has gone the whole way on a running server, with everything that people leave behind: votes, an
// objection sent from its page, a petition with its answer, and scanned pages. Its warranty is over.
import { hash } from 'node:crypto';
import { expect, vi } from 'vitest';
import * as z from 'zod';
import {
  addDays,
  dateInShanghai,
  type Instant,
  type PlainDate,
  plainDateOf,
} from '../../../domain/calendar/plain-date.ts';
import { readableCode } from '../../../domain/paper/filing-code.ts';
import type { Project } from '../../../domain/projects/project.ts';
import { codeInAddress } from '../../../functions/runtime/find-notice.ts';
import { PLAN } from '../../../local/demo/words/plan.ts';
import { COURSE } from '../../../local/seed/course.ts';
import { DistrictYear } from '../../../local/seed/district-year.ts';
import { samplePapers } from '../../../local/seed/sample-papers.ts';
import { nineOn, Story } from '../../../local/seed/story.ts';
import { storePaper } from '../../functions/funding/project-in-ledger.ts';
import { runServer, type TestServer } from './running-server.ts';
import { NEIGHBOURHOOD } from './street-server.ts';
import { Visitor } from './visitor.ts';

export const OPENED_ON = plainDateOf('2020-07-06');
export const OBJECTION = '楼道公示的面积与我家房产证不符';
/** What the story of the seed writes into its letters. */
export const LETTERS = ['来信人希望公开出资标准和停车位分配办法', '出资标准见公示书；停车位分配由业主大会决定'];
const SIZE = { households: 12, area: '960.00', buildings: 1 };
/** Of those neighbourhoods that a petition comes from, and that answer it. */

const WITH_PETITION = 2;
const PATIENCE = { timeout: 120_000, interval: 50 };

/** SHA-256 of what people left behind; `page…`: pictures of scanned pages, by how long their kind is kept. */
export interface Left {
  readonly votes: readonly string[];
  readonly objection: string;
  readonly letters: readonly string[];
  readonly page10: string;
  readonly page30: string;
  readonly pageForGood: string;
  /** The scans that the pages came in, one file for each. */
  readonly stacks: readonly string[];
}

export interface ClosedNeighbourhood {
  readonly server: TestServer;
  readonly visitor: Visitor;
  readonly projectId: string;
  /** Page of the receipt of the objection. */
  readonly receipt: string;
  readonly left: Left;
}

/** The clock stands on the day after the last act; the warranty still runs. */
export async function runToTheEnd(): Promise<ClosedNeighbourhood> {
  const server = await runServer('2020-07-06T08:00:00+08:00');
  const visitor = new Visitor(server.origin);
  const { ports } = server.system;
  const papers = await samplePapers(ports);
  const plan = { neighbourhood: NEIGHBOURHOOD, size: SIZE, openedOn: OPENED_ON, moves: COURSE.length } as const;
  const story = new Story(ports, { ...plan, turn: 'ORDINARY', index: WITH_PETITION }, papers);
  const years = new Map<string, DistrictYear>();
  const yearOf = async (at: Instant): Promise<DistrictYear> => {
    const year = dateInShanghai(at).slice(0, 4);
    const known = years.get(year);
    if (known) return known.at(at);
    const begun = new DistrictYear(ports, year, papers, at).at(at);
    years.set(year, begun);
    await begun.setBudget();
    await begun.open();
    return begun;
  };

  await yearOf(nineOn(OPENED_ON));
  await story.open();
  const { projectId } = story;
  let scanned: Scanned | undefined;
  for (const { move, at } of story.schedule()) {
    const year = await yearOf(at);
    if (move.act === 'reserve-subsidy') await year.makeRoom(projectId);
    if (move.act === 'close-publicity') scanned = await objectAndScan(server, visitor, story.project);
    await story.make(move, at);
  }
  await story.end();
  const { project } = story;
  const { willingness, planBallot } = project.consent;
  const [petition] = project.programme.petitions;
  if (scanned === undefined || petition?.answer === undefined) throw new Error('the story went another way');
  const entries = await ports.ledger.read({ kind: 'PROJECT', id: projectId });
  const filed = entries.find(({ act }) => act === 'file-objection')?.payload.input;
  await moveTo(server, addDays(dateInShanghai(entries.at(-1)?.at ?? ports.clock.now()), 1));
  const { receipt, ...pages } = scanned;
  return {
    server,
    visitor,
    projectId,
    receipt,
    left: {
      ...pages,
      votes: [willingness?.tally?.votes, planBallot?.tally?.votes].filter((votes) => votes !== undefined),
      objection: z.object({ paper: z.string() }).parse(filed).paper,
      letters: [petition.text, petition.answer],
    },
  };
}

export async function moveTo({ system }: TestServer, day: PlainDate): Promise<void> {
  const moved = await system.advance(nineOn(day));
  if (!moved.ok) throw new Error(moved.refusal.says.en);
}

type Scanned = Pick<Left, 'page10' | 'page30' | 'pageForGood' | 'stacks'> & { readonly receipt: string };

/** While the notice hangs: a resident objects on its page, the body mediates, and papers come back from the scanner. */
async function objectAndScan(server: TestServer, visitor: Visitor, project: Project): Promise<Scanned> {
  const { projectId, consent, publicity } = project;
  await moveTo(server, publicity.runsFrom ?? OPENED_ON);
  const { ports } = server.system;
  const version = consent.planBallot?.planVersion ?? 1;
  const code = readableCode(ports.seal, { projectNo: projectId, kind: 'F3', version, page: 1 });
  const codes = await visitor.as('body-01-1', 'GET', `/api/projects/${projectId}/unit-codes`);
  const [own] = z.array(z.object({ code: z.string() })).parse(codes.body.units);
  const form = new URLSearchParams({ unitCode: own?.code ?? '', topic: 'MISCOUNTED', words: OBJECTION });
  const sent = await visitor.ask('POST', `/p/n/${codeInAddress(code)}/objection`, {
    body: form.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(sent.status).toBe(303);
  const receipt = sent.headers.get('location') ?? '';
  const mediation = {
    objectionId: receipt.split('.').at(-1),
    outcome: 'WITHDRAWN',
    mediatedOn: dateInShanghai(ports.clock.now()),
    record: await storePaper(ports, 'mediation'),
    materialChange: false,
  };
  const seen = await visitor.as('body-01-1', 'GET', `/api/projects/${projectId}`);
  const mediated = await visitor.as(
    'body-01-1',
    'POST',
    `/api/projects/${projectId}/acts/record-mediation`,
    mediation,
    {
      'if-match': `"${seen.body.seq}"`,
    },
  );
  expect(mediated.status, mediated.text).toBe(200);

  const pages: Record<string, string> = {};
  const stacks: string[] = [];
  for (const kind of ['SI1', 'OB1', 'P2'] as const) {
    const { picture, stack } = await scan(visitor, projectId, kind);
    pages[kind] = picture;
    stacks.push(stack);
  }
  const { SI1 = '', OB1 = '', P2 = '' } = pages;
  return { receipt, stacks, page10: SI1, page30: OB1, pageForGood: P2 };
}

const PRINTED_BY = { SI1: 'street-01', OB1: 'body-01-1', P2: 'body-01-1' } as const;

/** Prints a form and hands it to the scanner as it is: the page files itself. */
async function scan(visitor: Visitor, projectId: string, kind: keyof typeof PRINTED_BY) {
  const account = PRINTED_BY[kind];
  const project = `/api/projects/${projectId}`;
  const ordered = { kind, contents: { ...PLAN.P2, postedOn: '2020-11-02' } };
  const path =
    kind === 'P2'
      ? `${project}/papers/${(await visitor.as(account, 'POST', `${project}/papers`, ordered)).body.sha256}`
      : `${project}/forms/${kind}`;
  const printed = await visitor.as(account, 'GET', path);
  expect(printed.status, printed.text.slice(0, 500)).toBe(200);
  const { uploadId, sha256 } = await visitor.upload(account, printed.bytes, `${kind}.pdf`);
  expect((await visitor.as(account, 'POST', `/api/uploads/${uploadId}/file`, {})).status).toBe(202);
  const receipt = () => visitor.as(account, 'GET', `/api/uploads/${uploadId}/pages`);
  await vi.waitFor(async () => expect((await receipt()).body.state).toBe('DONE'), PATIENCE);
  const { list } = z.object({ list: z.array(z.object({ state: z.string() })) }).parse((await receipt()).body);
  expect(new Set(list.map(({ state }) => state))).toEqual(new Set(['FILED']));
  const { bytes, status } = await visitor.as(account, 'GET', `/api/pages/${uploadId}.0001/picture`);
  expect(status).toBe(200);
  return { picture: hash('sha256', bytes, 'hex'), stack: sha256 };
}
