// What an act is: who does it where is told by allowed-acts.ts; here is what is handed in, decided, and changed by it.
import type { ZodType } from 'zod';
import type { Bilingual } from '../bilingual.ts';
import type { Instant, PlainDate } from '../calendar/plain-date.ts';
import type { Calendar } from '../calendar/working-days.ts';
import type { Outcome } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { Actor } from '../parties.ts';
import type { Finding } from '../policy/finding.ts';
import type { RulePack } from '../policy/packs.ts';
import type { Project } from './project.ts';
import type { Step } from './states.ts';

/** All that a decision may look at. Nothing else: the same values give the same decision years later. */
export interface Deciding<Input, Facts> {
  readonly project: Project;
  readonly input: Input;
  /** Gathered from papers and vaults by the step; gathered again by `replay`. */
  readonly facts: Facts;
  readonly actor: Actor;
  readonly at: Instant;
  /** The day in Asia/Shanghai. */
  readonly on: PlainDate;
  readonly pack: RulePack;
  readonly calendar: Calendar;
}

export interface Decision<Result = JsonObject> {
  /** Named outcome, as the machines choose by: `passed`, `failed`, `recorded`. */
  readonly outcome: string;
  /** Figures and dates decided, kept in the entry so that the fold needs no rule. */
  readonly result: Result;
  readonly findings: readonly Finding[];
}

/** An act as it stands in the ledger. */
export interface Done<Input, Result> {
  readonly input: Input;
  readonly outcome: string;
  readonly result: Result;
  readonly actor: Actor;
  readonly seq: number;
  readonly at: Instant;
  readonly on: PlainDate;
}

/** Method syntax on purpose: a table of acts with different inputs is a table of `Act<string, unknown, unknown, Json>`. */
export interface Act<Name extends string = string, Input = unknown, Facts = unknown, Result = unknown> {
  readonly name: Name;
  readonly title: Bilingual;
  readonly step: Step;
  readonly clause: string;
  readonly input: ZodType<Input>;
  /** Pure. A refusal changes nothing; a decision becomes an entry, also one that says no. */
  decide(deciding: Deciding<Input, Facts>): Outcome<Decision<Result>>;
  /** Pure. What the entry changes in the project. */
  apply(project: Project, done: Done<Input, Result>): Project;
  /**
   * What a machine waiting for this act is told, once the project shows that it is done; undefined while it is awaited.
   * A function of the project, not of the entry: acts done before the wait opens are found when it opens.
   */
  outcome?(project: Project): string | undefined;
}

/** Checks an act's types where it is written. `Result` is plain JSON. */
export function defineAct<const Name extends string, Input, Facts, Result extends object>(
  act: Act<Name, Input, Facts, Result>,
): Act<Name, Input, Facts, Result> {
  return act;
}

/** The result of an act that only records what was handed in. */
export type Nothing = Record<never, never>;
export const NOTHING: Nothing = {};
