// An act as the system performs it: the domain's decision plus the facts that the step gathers for it.
import type { Outcome } from '../../domain/errors.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import type { Act } from '../../domain/projects/act.ts';
import type { ActName } from '../../domain/projects/act-names.ts';
import type { Project } from '../../domain/projects/project.ts';

export interface Gathering<Input> {
  readonly project: Project;
  readonly input: Input;
  readonly actor: Actor;
}

/** Method syntax, so that acts with different inputs can stand in one table. */
export interface HumanAct<Name extends string = string, Input = unknown, Facts = unknown> {
  readonly act: Act<Name, Input, Facts>;
  /** Reads what the decision needs from papers, vaults and other ledgers; must read the same again years later. */
  gather(ports: Ports, gathering: Gathering<Input>): Promise<Outcome<Facts>>;
}

/** An act that decides on the project and the input alone. */
export function humanAct<Name extends string, Input>(
  act: Act<Name, Input, undefined, unknown>,
): HumanAct<Name, Input, undefined>;
/** An act that needs facts from elsewhere. */
export function humanAct<Name extends string, Input, Facts>(
  act: Act<Name, Input, Facts, unknown>,
  gather: HumanAct<Name, Input, Facts>['gather'],
): HumanAct<Name, Input, Facts>;
export function humanAct(act: Act, gather: HumanAct['gather'] = noFacts): HumanAct {
  return { act, gather };
}

const noFacts = (): Promise<Outcome<undefined>> => Promise.resolve({ ok: true, value: undefined });

/** Every human act that a composition root offers. */
export type ActTable = Readonly<Partial<Record<ActName, HumanAct>>>;
