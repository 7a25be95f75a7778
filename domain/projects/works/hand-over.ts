// The street hands the papers of the accepted works to those who maintain them from now on, and files that (二(三)8).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { SPECIAL_LINES } from '../../policy/rules/special-lines.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, fieldsRefused, notAhead, paperInput } from '../act-input.ts';
import { moveTo } from '../project.ts';
import { hasReached } from '../states.ts';
import { acceptanceOf } from './acceptance.ts';

const RECEIVERS = ['OWNERS_COMMITTEE', 'SELF_GOVERNANCE_GROUP', 'SPECIALISED_UNIT'] as const;

export const handOverInput = z.strictObject({
  handedOverOn: dayInput,
  /** By responsibility for maintenance (分别移交), each with its list of papers (竣工资料移交清单). */
  handovers: z
    .array(z.strictObject({ receiver: z.enum(RECEIVERS), list: paperInput }))
    .min(1)
    .max(20),
  /** Whether the lead department of each special line has arranged transfer and upkeep. */
  specialLines: z
    .array(z.strictObject({ line: z.enum(SPECIAL_LINES), upkeepArranged: z.boolean() }))
    .max(40)
    .default([]),
});

type HandOver = z.infer<typeof handOverInput>;

export const handOver = defineAct<'hand-over', HandOver, undefined, Nothing>({
  name: 'hand-over',
  title: { zh: '移交竣工资料', en: 'Hand over' },
  step: 8,
  clause: '二(三)8',
  input: handOverInput,
  decide({ project, input, on, pack }) {
    const past = notAhead(on, [['/handedOverOn', input.handedOverOn]]);
    if (!past.ok) return past;
    if (input.handedOverOn < acceptanceOf(project).acceptedOn) {
      return fieldsRefused([
        { path: '/handedOverOn', says: { zh: '不得早于验收合格之日', en: 'Must not be earlier than the acceptance' } },
      ]);
    }
    const receivers = input.handovers.map(({ receiver }) => receiver);
    const handedOver = ruleFinding(pack, 'H-01', {
      verdict: 'PASS',
      code: 'HANDED_OVER',
      says: { zh: '竣工资料已移交，报区旧改办备案', en: 'Handed over, and reported to the District Office' },
      facts: { receivers, handedOverOn: input.handedOverOn },
    });
    return granted({
      outcome: 'handed-over',
      result: NOTHING,
      findings: [handedOver, upkeepIsArranged(input.specialLines, pack)],
    });
  },
  apply(project, { input, at }) {
    const works = { ...project.works, handover: { handedOverOn: input.handedOverOn } };
    return moveTo({ ...project, works }, works.management ? 'IN_WARRANTY' : 'HANDED_OVER', at);
  },
  outcome: ({ state }) => (hasReached(state, 'HANDED_OVER') ? 'handed-over' : undefined),
});

function upkeepIsArranged(specialLines: HandOver['specialLines'], pack: RulePack): Finding {
  const open = specialLines.filter(({ upkeepArranged }) => !upkeepArranged).map(({ line }) => line);
  const arranged = open.length === 0;
  return ruleFinding(pack, 'H-03', {
    verdict: arranged ? 'PASS' : 'WARN',
    code: arranged ? 'UPKEEP_ARRANGED' : 'UPKEEP_OPEN',
    says: arranged
      ? { zh: '专项工程移交及维修养护已落实', en: 'Transfer and upkeep of the special lines are arranged' }
      : {
          zh: `专项工程维修养护尚未落实：${open.join('、')}`,
          en: `Upkeep is not arranged of the special lines: ${open.join(', ')}`,
        },
    facts: { lines: specialLines.map(({ line }) => line) },
    figures: { open },
  });
}
