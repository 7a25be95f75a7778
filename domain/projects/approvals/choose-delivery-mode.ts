// The street chooses how the works are delivered and names the project code under which all approvals run (二(三)5, 二(四)1).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { moveTo } from '../project.ts';
import { hasReached } from '../states.ts';
import { DELIVERY_MODES, NO_APPROVALS } from './record.ts';

export const chooseDeliveryModeInput = z.strictObject({
  mode: z.enum(DELIVERY_MODES),
  /** 项目代码 of the investment approval platform: `2020-330302-78-01-123456`. */
  projectCode: z
    .string()
    .regex(
      /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}(?:-\d{3})?$/,
      '请填写投资在线平台项目代码，如 2020-330302-78-01-123456｜Give the project code of the platform, such as 2020-330302-78-01-123456',
    ),
});

export const chooseDeliveryMode = defineAct<
  'choose-delivery-mode',
  z.infer<typeof chooseDeliveryModeInput>,
  undefined,
  Nothing
>({
  name: 'choose-delivery-mode',
  title: { zh: '确定改造实施方式', en: 'Choose delivery mode' },
  step: 5,
  clause: '二(三)5',
  input: chooseDeliveryModeInput,
  decide({ input, pack }) {
    const findings = [
      ruleFinding(pack, 'AP-00', {
        verdict: 'PASS',
        code: 'DELIVERY_MODE_CHOSEN',
        says: { zh: '已确定改造实施方式', en: 'The delivery mode is chosen' },
        facts: { mode: input.mode },
      }),
      ruleFinding(pack, 'AP-01', {
        verdict: 'PASS',
        code: 'PROJECT_CODE_NAMED',
        says: { zh: `项目代码 ${input.projectCode}`, en: `Project code ${input.projectCode}` },
        facts: { projectCode: input.projectCode },
      }),
    ];
    return granted({ outcome: 'chosen', result: NOTHING, findings });
  },
  // A project comes here again only with a changed plan: that is reviewed, designed and permitted anew (政府投资条例 21).
  // The study stands unless the new estimate exceeds it, and contracts that were made stay.
  apply(project, { input, at }) {
    const { feasibilityStudy, exPostFindings, tender } = project.approvals;
    const approvals = {
      ...NO_APPROVALS,
      delivery: input,
      exPostFindings,
      ...(feasibilityStudy && { feasibilityStudy }),
      ...(tender && { tender }),
    };
    return moveTo({ ...project, approvals }, 'APPROVALS', at);
  },
  outcome: ({ state }) => (hasReached(state, 'APPROVALS') ? 'chosen' : undefined),
});
