// Reads everything that a paper of a project can know without being told: ledger, frozen roll, votes, numbers of earlier papers.
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import { Fault, granted, type Outcome } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { DocumentCode } from '../../domain/paper/catalogue.ts';
import { contributionBills, settlementBills, undertakingHouseholds } from '../../domain/paper/known/bill-fields.ts';
import { noticeDays, warrantyRows } from '../../domain/paper/known/day-fields.ts';
import { kindFields } from '../../domain/paper/known/kind-fields.ts';
import { planCostFields } from '../../domain/paper/known/plan-fields.ts';
import {
  type IssuedNumbers,
  type KnownFields,
  perSquareMetre,
  projectFields,
} from '../../domain/paper/known/project-fields.ts';
import { householdsOf, type Places, rollFields, voteFields } from '../../domain/paper/known/roll-fields.ts';
import type { TypesetCode } from '../../domain/paper/paper-contents.ts';
import { unitCode } from '../../domain/paper/unit-code.ts';
import { packById } from '../../domain/policy/packs.ts';
import { valueOn } from '../../domain/policy/parameters/dated.ts';
import type { Ports } from '../../domain/ports.ts';
import type { Project } from '../../domain/projects/project.ts';
import type { Roster } from '../../domain/roster/roster.ts';
import { loadRosterHistory } from '../runtime/append-roster-entry.ts';
import { currentCalendar } from '../runtime/current-calendar.ts';
import { listIssuedPapers } from '../runtime/issued-papers.ts';
import { loadFrozenRoll } from '../runtime/load-frozen-roll.ts';
import { loadVotes } from '../runtime/load-votes.ts';
import { rememberedFields } from './remember-fields.ts';

export interface Gathering {
  readonly kind: TypesetCode;
  /** What is typed for this paper. */
  readonly given: JsonObject;
  readonly on: PlainDate;
  /** Households that the paper is for, by their place in the roll; all unless told. */
  readonly places: Places;
}

/** Printed before the ballot is open: they name the roll that was frozen last. */
const BEFORE_THE_BALLOT: readonly DocumentCode[] = ['F2', 'F2D', 'U1'];
const OF_WILLINGNESS: readonly DocumentCode[] = ['F1', 'F1S', 'W1'];
const OF_ROLL: readonly DocumentCode[] = ['F1', 'F1S', 'F2', 'F2D', 'F2S', 'U1', 'F3', 'F4', 'M3', 'S1', 'S2'];
const OF_VOTES: readonly DocumentCode[] = ['F1S', 'F2S', 'F3', 'F4'];

export async function gatherFields(ports: Ports, project: Project, asked: Gathering): Promise<Outcome<KnownFields>> {
  const { kind, given, on, places } = asked;
  const pack = packById(project.pack);
  if (pack === undefined) throw new Fault('CORRUPT', `no rule pack ${project.pack}`);
  const entries = await ports.ledger.read({ kind: 'PROJECT', id: project.projectId });
  const numbers = numbersOf(await listIssuedPapers(ports, project.projectId));
  const days = {
    ...noticeDays(given.postedOn ?? project.publicity.runsFrom, await currentCalendar(ports), pack),
    ...warrantyRows(given.acceptedOn ?? project.works.acceptance?.acceptedOn, pack),
  };
  const ofProject = {
    ...(await rememberedFields(ports, project.projectId)),
    ...days,
    ...planCostFields(entries),
    ...projectFields(project, numbers),
    ...kindFields(kind, project),
  };
  if (!OF_ROLL.includes(kind)) return granted(ofProject);
  const roll = await rollOf(ports, project, kind);
  if (!roll.ok) return roll;
  if (roll.value === undefined) return granted(ofProject);
  const share = valueOn(pack.ballotShare, on);
  const { plan } = project.consent;
  const ofVotes = await votesOf(ports, project, kind);
  if (!ofVotes.ok) return ofVotes;
  return granted({
    ...ofProject,
    ...rollFields(roll.value, places, share),
    ...(plan && { perSquareMetre: perSquareMetre(plan.funding.residents, roll.value.totals.area) }),
    ...(ofVotes.value && voteFields(roll.value, ofVotes.value, share)),
    ...billsOf(asked, project, entries, roll.value),
    ...(kind === 'U1' && { slips: slipsOf(ports, roll.value, places) }),
  });
}

function numbersOf(issued: Awaited<ReturnType<typeof listIssuedPapers>>): IssuedNumbers {
  const standing = issued.filter(({ voidedOn }) => voidedOn === undefined);
  return Object.fromEntries(
    standing.flatMap(({ kind, number, issuedOn }) => (number === undefined ? [] : [[kind, { number, on: issuedOn }]])),
  );
}

async function rollOf(ports: Ports, project: Project, kind: TypesetCode): Promise<Outcome<Roster | undefined>> {
  const { consent, neighbourhood, projectId } = project;
  const ballot = OF_WILLINGNESS.includes(kind) ? 'WILLINGNESS' : 'PLAN';
  const held = ballot === 'WILLINGNESS' ? consent.willingness : consent.planBallot;
  const frozen = (await loadRosterHistory(ports, neighbourhood.code)).rolls.findLast(
    (roll) => roll.projectId === projectId && roll.ballot === ballot,
  );
  const rollHash = BEFORE_THE_BALLOT.includes(kind) ? frozen?.rollHash : (held?.rollHash ?? frozen?.rollHash);
  return rollHash === undefined ? granted(undefined) : loadFrozenRoll(ports, neighbourhood.code, rollHash);
}

async function votesOf(ports: Ports, { consent }: Project, kind: TypesetCode) {
  const tally = OF_WILLINGNESS.includes(kind) ? consent.willingness?.tally : consent.planBallot?.tally;
  if (!OF_VOTES.includes(kind) || tally === undefined) return granted(undefined);
  const votes = await loadVotes(ports, tally.votes);
  return votes.ok ? granted(votes.value.votes) : votes;
}

function billsOf(
  { kind, on, places }: Gathering,
  project: Project,
  entries: Parameters<typeof settlementBills>[1],
  roll: Roster,
): KnownFields {
  if (kind === 'S1') return contributionBills(project, roll, on, places);
  if (kind === 'S2') return settlementBills(project, entries, roll, on, places);
  return kind === 'M3' ? undertakingHouseholds(project, roll) : {};
}

/** As `unitCode` makes them; they are on no other paper and in no ledger. */
const slipsOf = ({ seal }: Ports, roll: Roster, places: Places) =>
  householdsOf(roll, places).map(({ area: _, ...household }) => ({
    ...household,
    unitCode: unitCode(seal, roll.hash, roll.units[household.no - 1]?.unit ?? ''),
  }));
