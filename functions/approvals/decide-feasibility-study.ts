// DRB decides on the feasibility study; an approval is a paper.
import { decideFeasibilityStudy as act } from '../../domain/projects/approvals/decide-feasibility-study.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const decideFeasibilityStudy = humanAct(
  act,
  restsOn((input) => (input.decision === 'APPROVED' ? [['/approval', input.approval]] : [])),
);
