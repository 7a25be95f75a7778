// The housing bureau decides on the permit; a permit is a paper.
import { decideCombinedPermit as act } from '../../domain/projects/approvals/decide-combined-permit.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const decideCombinedPermit = humanAct(
  act,
  restsOn((input) => (input.decision === 'GRANTED' ? [['/permit', input.permit]] : [])),
);
