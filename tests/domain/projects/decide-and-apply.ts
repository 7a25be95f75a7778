// One act on a project in memory, as a step does it: parsed, decided by the rules of 2020 on the shipped calendar, applied.
import { dateInShanghai, type Instant } from '../../../domain/calendar/plain-date.ts';
import { shippedCalendar } from '../../../domain/calendar/working-days.ts';
import type { Refusal } from '../../../domain/errors.ts';
import type { Actor } from '../../../domain/parties.ts';
import type { Finding } from '../../../domain/policy/finding.ts';
import { lucheng2020 } from '../../../domain/policy/packs.ts';
import type { Act } from '../../../domain/projects/act.ts';
import type { Project } from '../../../domain/projects/project.ts';

export type Did<Result> =
  | {
      readonly ok: true;
      readonly project: Project;
      readonly outcome: string;
      readonly result: Result;
      readonly findings: readonly Finding[];
      /** Of the findings, without those that only say that all is well. */
      readonly codes: readonly string[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** A refusal comes back as it is. */
export function decideAndApply<Input, Facts, Result>(
  act: Act<string, Input, Facts, Result>,
  project: Project,
  { input, facts, actor, at }: { input: unknown; facts: Facts; actor: Actor; at: Instant },
): Did<Result> {
  const on = dateInShanghai(at);
  const parsed = act.input.parse(input);
  const decided = act.decide({
    ...{ project, input: parsed, facts, actor, at, on },
    pack: lucheng2020,
    calendar: shippedCalendar,
  });
  if (!decided.ok) return decided;
  const { outcome, result, findings } = decided.value;
  const seq = project.head.seq + 1;
  const after = act.apply(project, { input: parsed, outcome, result, actor, seq, at, on });
  const codes = findings.filter(({ verdict }) => verdict !== 'PASS').map(({ code }) => code);
  return { ok: true, project: { ...after, head: { ...after.head, seq } }, outcome, result, findings, codes };
}
