// The street records the refunds paid or the shortfall collected.
import { completeSettlement as act } from '../../domain/projects/funding/complete-settlement.ts';
import { humanAct } from '../runtime/human-act.ts';

export const completeSettlement = humanAct(act);
