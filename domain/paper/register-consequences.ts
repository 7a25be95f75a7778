// All that follows from an entry of a register of papers: the row of its paper, and for a proposal to void one a task and a
// message to the desks of which a second person confirms.
import * as z from 'zod';
import { bilingual, sha256Schema } from '../api.ts';
import type { Bilingual } from '../bilingual.ts';
import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import type { JsonObject } from '../json.ts';
import type { Entry, LedgerRef } from '../ledger.ts';
import type { Role } from '../parties.ts';
import { type Consequences, type Message, NO_CONSEQUENCES, type ViewRow, type ViewWrite } from '../ports.ts';
import { DOCUMENT_CODES, type DocumentCode, documentKind } from './catalogue.ts';
import {
  foldIssueRegister,
  isSamePaper,
  issuedRow,
  paperName,
  projectRegister,
  type RegisteredPaper,
  voidingProposedPayload,
} from './issue-register.ts';
import { versionName } from './version-name.ts';

/** Proposals by the desk that has to do with them: `STREET#330302001`. */
export const VOIDING_TASKS = 'voiding-tasks';

/** A service target of the district, as those of the acts: until somebody answers, a paper that may be wrong holds. */
const DAYS_TO_ANSWER = 5;

/** Numbers of papers of the district as a whole end like this. */
const OF_DISTRICT = /-0000$/;

const voidingTask = z.object({
  projectNo: z.string(),
  kind: z.enum(DOCUMENT_CODES),
  title: bilingual,
  version: z.int(),
  printing: z.int().optional(),
  number: z.string().optional(),
  sha256: sha256Schema,
  /** Seq of the proposal, and the id of who made it: somebody else answers. */
  proposal: z.int(),
  by: z.string(),
  proposedOn: z.string(),
  dueOn: z.string(),
  /** Absent where the paper is of the district. */
  projectId: z.string().optional(),
});
export type VoidingTask = z.output<typeof voidingTask>;

export const voidingTaskOf = (row: ViewRow): VoidingTask => voidingTask.parse(row.value);

interface Desk {
  readonly role: Role;
  readonly unit: string;
}

/** What the last of these entries brings about. */
export function registerConsequences(ref: LedgerRef, entries: readonly Entry[]): Consequences {
  const last = entries.at(-1);
  if (last === undefined) return NO_CONSEQUENCES;
  const { views, messages } = voidingConsequences(ref, entries, last);
  return { views: [...projectRegister(ref, entries), ...views], messages, signals: [] };
}

/** What all of them bring about: thousands of papers in a year from one fold, and the proposals to void some, a handful. */
export function allOfRegister(ref: LedgerRef, entries: readonly Entry[]): Consequences {
  const { issued, head } = foldIssueRegister(entries);
  const voidings = entries.map((entry) => voidingConsequences(ref, entries, entry));
  return {
    views: [...issued.map((paper) => issuedRow(ref, head.seq, paper)), ...voidings.flatMap(({ views }) => views)],
    messages: voidings.flatMap(({ messages }) => messages),
    signals: [],
  };
}

/** Tasks and messages of a proposal that this entry makes or ends. */
function voidingConsequences(
  ref: LedgerRef,
  entries: readonly Entry[],
  entry: Entry,
): Pick<Consequences, 'views' | 'messages'> {
  if (entry.act === 'issue-paper') return NO_CONSEQUENCES;
  const proposal = proposalOf(entries, entry);
  if (proposal === undefined) return NO_CONSEQUENCES;
  const isOpen = proposal.seq === entry.seq;
  return {
    views: proposal.desks.map((desk) => taskRow(ref, entry.seq, desk, proposal, isOpen)),
    messages: isOpen ? proposal.desks.map((desk) => messageTo(desk, proposal)) : [],
  };
}

interface Proposal {
  readonly seq: number;
  readonly by: string;
  readonly proposedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly desks: readonly Desk[];
  readonly paper: RegisteredPaper['paper'];
}

/** The proposal that this entry makes or ends. */
function proposalOf(entries: readonly Entry[], entry: Entry): Proposal | undefined {
  const named = paperName.parse(entry.payload);
  const before = entries.filter(({ seq }) => seq < entry.seq);
  const known = foldIssueRegister(before).issued.find(({ paper }) => isSamePaper(paper, named));
  if (known === undefined) return undefined;
  const made = entry.act === 'propose-voiding' ? entry : before.find(({ seq }) => seq === known.voiding?.seq);
  if (made === undefined) return undefined;
  const { proposedOn, desks } = voidingProposedPayload.parse(made.payload);
  return {
    ...{ seq: made.seq, by: made.actor.id, proposedOn, dueOn: addDays(proposedOn, DAYS_TO_ANSWER), paper: known.paper },
    desks: desks ?? (known.issuedBy ? [known.issuedBy] : []),
  };
}

function taskRow(ref: LedgerRef, seq: number, { role, unit }: Desk, proposal: Proposal, isOpen: boolean): ViewWrite {
  const { paper, by, proposedOn, dueOn } = proposal;
  const { projectNo, kind, version, printing, number, sha256 } = paper;
  const value: VoidingTask = {
    ...{ projectNo, kind, title: titleOf(kind), version, sha256, proposal: proposal.seq },
    ...{ by, proposedOn, dueOn, ...(number !== undefined && { number }), ...(printing !== undefined && { printing }) },
    ...(!OF_DISTRICT.test(projectNo) && { projectId: projectNo }),
  };
  return {
    view: VOIDING_TASKS,
    partition: `${role}#${unit}`,
    sort: `${dueOn}#${nameOf(proposal)}`,
    value: isOpen ? (value as JsonObject) : null,
    watermark: { ledger: `${ref.kind}/${ref.id}`, seq },
  };
}

/** No reason: it is read in the pages. */
function messageTo({ role, unit }: Desk, proposal: Proposal): Message {
  const { paper, dueOn } = proposal;
  const { zh, en } = titleOf(paper.kind);
  return {
    messageId: `voiding-${nameOf(proposal)}-${role}`,
    to: { role, unit },
    template: 'voiding-proposed',
    values: { projectId: paper.projectNo, titleZh: zh, titleEn: en, version: versionName(paper), dueOn },
  };
}

/** Titles of the source have ××× where the name of the neighbourhood stands on the paper. */
function titleOf(kind: DocumentCode): Bilingual {
  const { zh, en } = documentKind(kind).title;
  return { zh: zh.replace(/×××(?:小区)?/u, ''), en };
}

const nameOf = ({ paper: { projectNo, kind, version, serials }, seq }: Proposal): string =>
  `${projectNo}-${kind}-V${version}${serials ? `-N${serials.from}` : ''}-${seq}`;
