// One act of the ordinary course of a project: who does it, how many days after the one before, with what input.
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Role } from '../../domain/parties.ts';
import type { ActName } from '../../domain/projects/act-names.ts';
import type { Project } from '../../domain/projects/project.ts';
import type { RosterRow } from '../../functions/intake/read-roster.ts';

export interface Stage {
  readonly project: Project;
  readonly on: PlainDate;
  readonly residents: readonly RosterRow[];
  /** Which of the district's neighbourhoods: what happens to some and not to others goes by it. */
  readonly index: number;
  /** SHA-256 of a sample paper of the kind. */
  paper(kind: string): string;
  /** Roll frozen for the ballot under way, and the votes given on it. */
  readonly roll: string;
  readonly votes: string;
  /** The letter or answer that was put into the vault last. */
  readonly letter: string;
  /** Yuan for each ㎡ of direct cost, by category. */
  readonly rates: Readonly<Record<'MANDATORY' | 'BASIC' | 'IMPROVEMENT' | 'UPGRADE', number>>;
}

export interface Move {
  readonly act: ActName;
  readonly role: Role;
  /** Of the actor, where it is not the neighbourhood's own or the party's. */
  readonly unit?: string;
  /** Days after the move before. */
  readonly after: number;
  input(stage: Stage): unknown;
  /** What has to be there first, besides the clock. */
  readonly before?: 'FREEZE_WILLINGNESS' | 'FREEZE_PLAN' | 'VOTE' | 'LETTER' | 'ANSWER';
  /** Absent: it always happens. */
  when?(stage: Pick<Stage, 'project' | 'index'>): boolean;
}

export const move = (after: number, role: Role, act: ActName, input: Move['input'], before?: Move['before']): Move => ({
  act,
  role,
  after,
  input,
  ...(before && { before }),
});

export const moveWhen = (when: NonNullable<Move['when']>, made: Move): Move => ({ ...made, when });

/** Of every `every` neighbourhoods that one with the remainder `which`. */
export const oneOf =
  (every: number, which: number): NonNullable<Move['when']> =>
  ({ index }) =>
    index % every === which;
