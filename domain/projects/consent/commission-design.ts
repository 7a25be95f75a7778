// The street commissions the preliminary design, once two thirds want it and somebody represents the owners (二(三)2, 三(四)).
import * as z from 'zod';
import { gateShut, granted } from '../../errors.ts';
import { failures } from '../../policy/finding.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { mayDesign } from '../../policy/rules/representative-body.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, notAhead, paperInput } from '../act-input.ts';
import { moveTo } from '../project.ts';
import { hasReached } from '../states.ts';
import { bodyFacts } from './record.ts';

export const commissionDesignInput = z.strictObject({
  commissionedOn: dayInput,
  designer: z.string().trim().min(2).max(60).describe('Name of the firm, never of a person.'),
  contract: paperInput,
});

export const commissionDesign = defineAct<
  'commission-design',
  z.output<typeof commissionDesignInput>,
  undefined,
  Nothing
>({
  name: 'commission-design',
  title: { zh: '委托初步设计', en: 'Commission design' },
  step: 2,
  clause: '二(三)2',
  input: commissionDesignInput,
  decide({ project: { consent }, input, on, pack }) {
    const ahead = notAhead(on, [['/commissionedOn', input.commissionedOn]]);
    if (!ahead.ok) return ahead;
    const gate = mayDesign(bodyFacts(consent), on, pack);
    if (failures(gate).length > 0) return gateShut(gate);
    const commissioned = ruleFinding(pack, 'S-04', {
      verdict: 'PASS',
      code: 'DESIGN_COMMISSIONED',
      says: { zh: `已委托${input.designer}编制初步设计方案`, en: `The design was commissioned from ${input.designer}` },
      facts: { designer: input.designer, commissionedOn: input.commissionedOn },
    });
    return granted({ outcome: 'commissioned', result: NOTHING, findings: [...gate, commissioned] });
  },
  apply: (project, { at }) => moveTo(project, 'DESIGNING', at),
  outcome: ({ state }) => (hasReached(state, 'DESIGNING') ? 'commissioned' : undefined),
});
