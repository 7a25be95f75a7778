// DRB decides on the preliminary design; an approval is a paper.
import { decidePreliminaryDesign as act } from '../../domain/projects/approvals/decide-preliminary-design.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const decidePreliminaryDesign = humanAct(
  act,
  restsOn((input) => (input.decision === 'APPROVED' ? [['/approval', input.approval]] : [])),
);
