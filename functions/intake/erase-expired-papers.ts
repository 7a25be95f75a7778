// Erases what has been kept for as long as it may be, and writes down what: people of rosters, votes, objections, petitions,
// filed pages. Which paper of which ledger it was stays readable for good; its bytes are gone.
import { addDays, dateInShanghai, type PlainDate } from '../../domain/calendar/plain-date.ts';
import { Fault } from '../../domain/errors.ts';
import { DOCUMENT_CODES, documentKind } from '../../domain/paper/catalogue.ts';
import { keptUntil, peopleKeptUntil, SUPERSEDED_ROSTER } from '../../domain/paper/retention.ts';
import { SYSTEM } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { isClosed, type State } from '../../domain/projects/states.ts';
import { loadRosterHistory } from '../runtime/append-roster-entry.ts';
import { requireProject } from '../runtime/load-project.ts';
import { noteOfPersonalData } from '../runtime/privacy-ledger.ts';
import { findPage } from '../runtime/scanned-page.ts';
import { takeFromVault, vaultVotes } from '../runtime/vault-papers.ts';
import { findCells } from './scan/sheet-cells.ts';
import { listFiled } from './scan/stack-records.ts';

interface Kept {
  /** What it is, as the register of erasures says it. */
  readonly what: string;
  readonly papers: readonly string[];
  /** The last day. */
  readonly until: PlainDate | undefined;
}

const PAGE = 100;

/** How many papers were erased. Doing it again erases nothing more. */
export async function eraseExpiredPapers(ports: Ports): Promise<number> {
  const today = dateInShanghai(ports.clock.now());
  let erased = 0;
  for await (const kept of everythingKept(ports)) {
    if (kept.until === undefined || kept.until >= today) continue;
    const gone: string[] = [];
    for (const paper of kept.papers) {
      if (!(await isThere(ports, paper))) continue;
      await ports.papers.erase(paper);
      gone.push(paper);
    }
    if (gone.length === 0) continue;
    erased += gone.length;
    await noteOfPersonalData(ports, SYSTEM, 'erase', { what: kept.what, until: kept.until, papers: gone });
  }
  return erased;
}

/** A paper whose bytes are damaged is there: it holds up no erasure, neither its own nor that of others. */
async function isThere({ papers }: Ports, sha256: string): Promise<boolean> {
  try {
    return (await papers.get(sha256)) !== undefined;
  } catch (error) {
    if (error instanceof Fault && error.code === 'CORRUPT') return true;
    throw error;
  }
}

async function* everythingKept(ports: Ports): AsyncGenerator<Kept> {
  for await (const code of idsOf(ports, 'ROSTER')) yield* rostersKept(ports, code);
  for await (const projectId of idsOf(ports, 'PROJECT')) yield* ofClosedProject(ports, projectId);
}

async function* idsOf({ ledger }: Ports, kind: 'ROSTER' | 'PROJECT'): AsyncGenerator<string> {
  let cursor = '';
  let ids: readonly string[];
  do {
    ids = await ledger.list(kind, { cursor, limit: PAGE });
    yield* ids;
    cursor = ids.at(-1) ?? '';
  } while (ids.length === PAGE);
}

/** A roster serves every project of its neighbourhood; one that was never frozen and is superseded serves nobody. */
async function* rostersKept(ports: Ports, code: string): AsyncGenerator<Kept> {
  const { imports, rolls } = await loadRosterHistory(ports, code);
  const closedOn = await allClosedOn(ports, code);
  for (const [index, { vault, source, seq }] of imports.entries()) {
    const next = imports[index + 1];
    const served = rolls.some(({ rosterSeq }) => rosterSeq === seq);
    const superseded = next && !served ? addDays(dateInShanghai(next.at), SUPERSEDED_ROSTER) : undefined;
    // The sheet is shared by a roster and its corrections.
    const shared = imports.some((other) => other.seq !== seq && other.source === source);
    const papers = superseded && shared ? [vault] : [vault, source];
    yield { what: 'roster', papers, until: superseded ?? (closedOn && peopleKeptUntil(closedOn)) };
  }
}

async function allClosedOn(ports: Ports, code: string): Promise<PlainDate | undefined> {
  const { rows } = await ports.views.query('neighbourhood', code, { limit: PAGE });
  const closings: PlainDate[] = [];
  for (const { sort, value } of rows) {
    // Written by the projection of projects.
    if (!isClosed(value.state as State)) return undefined;
    closings.push(dateInShanghai((await requireProject(ports, sort)).since));
  }
  return closings.sort().at(-1);
}

async function* ofClosedProject(ports: Ports, projectId: string): AsyncGenerator<Kept> {
  const project = await requireProject(ports, projectId);
  if (!isClosed(project.state)) return;
  const closedOn = dateInShanghai(project.since);
  const until = (code: Parameters<typeof documentKind>[0]) => keptUntil(documentKind(code).retention, closedOn);
  const { willingness, planBallot } = project.consent;
  const votes = [willingness?.tally?.votes, planBallot?.tally?.votes].filter((hash) => hash !== undefined);
  // The sheet first: it is named in the votes alone.
  const sheets = await Promise.all(votes.map((hash) => sheetOf(ports, hash)));
  const ofVotes = [...sheets.filter((source) => source !== undefined), ...votes];
  yield { what: 'votes', papers: [...new Set(ofVotes)], until: until('F2') };
  const letters = project.programme.petitions.flatMap(({ text, answer }) => (answer ? [text, answer] : [text]));
  yield { what: 'petitions', papers: letters, until: keptUntil('10年', closedOn) };
  yield { what: 'objections', papers: await objectionsOf(ports, projectId), until: until('OB1') };
  for (const { place, pageId } of await listFiled(ports, projectId)) {
    const code = DOCUMENT_CODES.find((each) => place.startsWith(`${each}/`));
    if (code === undefined) continue;
    yield { what: code, papers: await papersOfPage(ports, pageId), until: until(code) };
  }
}

/** The spreadsheet that votes were imported from; of votes that are gone or damaged nobody knows it. */
async function sheetOf(ports: Ports, votes: string): Promise<string | undefined> {
  try {
    return (await takeFromVault(ports, votes, vaultVotes))?.source;
  } catch (error) {
    if (error instanceof Fault && error.code === 'CORRUPT') return undefined;
    throw error;
  }
}

async function objectionsOf({ ledger }: Ports, projectId: string): Promise<readonly string[]> {
  const entries = await ledger.read({ kind: 'PROJECT', id: projectId });
  return entries.flatMap(({ act, payload }) => {
    // Written by the act, whose input names the paper in the vault.
    const { paper } = (act === 'file-objection' ? payload.input : {}) as { paper?: unknown };
    return typeof paper === 'string' ? [paper] : [];
  });
}

/** The picture of a page and the strips of its rows. The stack itself is an upload, and holds pages of several projects. */
async function papersOfPage(ports: Ports, pageId: string): Promise<readonly string[]> {
  const [page, cells] = [await findPage(ports, pageId), await findCells(ports, pageId)];
  return [page?.picture, ...(cells?.rows.map(({ strip }) => strip) ?? [])].filter((paper) => typeof paper === 'string');
}
