// Deputies, members and representatives of society were invited and inspected the works (三(五), I-10): a number, never names.
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, notAhead, paperInput, reasonInput } from '../act-input.ts';

const REPRESENTATIVES = ['PEOPLES_CONGRESS', 'CPPCC', 'SOCIETY'] as const;

export const recordRepresentativesVisitInput = z.strictObject({
  visitedOn: dayInput,
  groups: z.array(z.enum(REPRESENTATIVES)).min(1).max(REPRESENTATIVES.length),
  count: z.int().min(1).max(500),
  opinions: reasonInput,
  /** The record of the visit (C4). */
  record: paperInput,
});

export const recordRepresentativesVisit = defineAct<
  'record-representatives-visit',
  z.output<typeof recordRepresentativesVisitInput>,
  undefined,
  Nothing
>({
  name: 'record-representatives-visit',
  title: { zh: '记录代表委员视察', en: 'Record representatives visit' },
  step: 6,
  clause: '三(五)',
  input: recordRepresentativesVisitInput,
  decide({ input: { visitedOn, groups, count }, on, pack }) {
    const past = notAhead(on, [['/visitedOn', visitedOn]]);
    if (!past.ok) return past;
    const visited = ruleFinding(pack, 'I-10', {
      verdict: 'PASS',
      code: 'REPRESENTATIVES_INSPECTED',
      says: { zh: `${count} 名代表、委员监督检查`, en: `Inspected by ${count} representatives` },
      facts: { visitedOn, groups, count },
    });
    return granted({ outcome: 'recorded', result: NOTHING, findings: [visited] });
  },
  // The visit stands in the ledger; it opens no gate and shuts none.
  apply: (project) => project,
});
