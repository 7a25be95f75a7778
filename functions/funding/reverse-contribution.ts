// The street takes back a receipt that was booked by mistake or that the bank returned.
import { granted } from '../../domain/errors.ts';
import { reverseContribution as act } from '../../domain/projects/funding/reverse-contribution.ts';
import { humanAct } from '../runtime/human-act.ts';
import { bookedReceipts } from './booked-receipts.ts';

export const reverseContribution = humanAct(act, async (ports, { project }) =>
  granted({ receipts: await bookedReceipts(ports, project) }),
);
