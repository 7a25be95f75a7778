// The development and reform bureau lists the project in the annual investment plan.
import { listInInvestmentPlan as act } from '../../domain/projects/start/list-in-investment-plan.ts';
import { humanAct } from '../runtime/human-act.ts';
import { papersOnFile } from '../runtime/papers-on-file.ts';

export const listInInvestmentPlan = humanAct(act, (ports, { input: { document } }) =>
  papersOnFile(ports, [['/document', document]]),
);
