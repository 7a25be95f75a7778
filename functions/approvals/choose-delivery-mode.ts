// The street chooses how the works are delivered.
import { chooseDeliveryMode as act } from '../../domain/projects/approvals/choose-delivery-mode.ts';
import { humanAct } from '../runtime/human-act.ts';

export const chooseDeliveryMode = humanAct(act);
