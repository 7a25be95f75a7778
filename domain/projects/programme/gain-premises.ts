// A small plot, an existing building or idle state premises are gained for services of the neighbourhood (三(三)3).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { decimalOf, printAmount } from '../../money/money.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { amountInput, dayInput, notAhead, paperInput } from '../act-input.ts';
import { PREMISES_MODES, PREMISES_SOURCES, PREMISES_USES } from './premises.ts';

export const gainPremisesInput = z.strictObject({
  source: z.enum(PREMISES_SOURCES),
  mode: z.enum(PREMISES_MODES),
  use: z.enum(PREMISES_USES),
  area: amountInput.regex(/[1-9]/, '面积应大于 0｜The area must be more than 0'),
  gainedOn: dayInput,
  /** Agreement of swap, transfer, vacating, purchase or loan. */
  document: paperInput,
});

export const gainPremises = defineAct<'gain-premises', z.output<typeof gainPremisesInput>, undefined, Nothing>({
  name: 'gain-premises',
  title: { zh: '落实配套服务用房', en: 'Gain premises' },
  step: 5,
  clause: '三(三)3',
  input: gainPremisesInput,
  decide({ input: { source, mode, use, area, gainedOn }, on, pack }) {
    const past = notAhead(on, [['/gainedOn', gainedOn]]);
    if (!past.ok) return past;
    const gained = ruleFinding(pack, source === 'STATE_OWNED_IDLE' ? 'F-14' : 'F-13', {
      verdict: 'PASS',
      code: source,
      says: { zh: `增加配套服务用房 ${area} ㎡`, en: `${area} ㎡ of premises for services` },
      facts: { source, mode, use, area, gainedOn },
    });
    return granted({ outcome: 'gained', result: NOTHING, findings: [gained] });
  },
  apply(project, { input: { source, mode, use, area, gainedOn }, seq }) {
    const gained = { source, mode, use, area: printAmount(decimalOf(area)), gainedOn, seq };
    const premises = [...project.programme.premises, gained];
    return { ...project, programme: { ...project.programme, premises } };
  },
});
