// Makes the notice ready: the papers that will hang, and where. What is void in the register of papers is not hung up.
import { granted } from '../../domain/errors.ts';
import { registerLedger } from '../../domain/paper/issue-register.ts';
import { printingsOfPlan } from '../../domain/paper/printings-of-plan.ts';
import { postNotice as act } from '../../domain/projects/publicity/post-notice.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

const onFile = restsOn<{ readonly documents: { readonly [kind in 'F3' | 'F4' | 'P2']?: string | undefined } }>(
  ({ documents: { F3, F4, P2 } }) => [
    ['/documents/F3', F3],
    ['/documents/F4', F4],
    ['/documents/P2', P2],
  ],
);

export const postNotice = humanAct(act, async (ports, gathering) => {
  const papers = await onFile(ports, gathering);
  if (!papers.ok) return papers;
  const { projectId, consent } = gathering.project;
  const register = await ports.ledger.read(registerLedger(projectId));
  return granted(printingsOfPlan(register, consent.planBallot?.planVersion ?? 0));
});
