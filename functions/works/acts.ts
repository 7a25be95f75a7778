// The acts of steps 6 to 9, each with the papers it rests on; the end of a warranty is the system’s own, and is here
// to be decided again by a replay.
import { endWarranty } from '../../domain/projects/works/end-warranty.ts';
import { type ActTable, humanAct } from '../runtime/human-act.ts';
import { archiveProject } from './archive-project.ts';
import { decideChangeOrder } from './decide-change-order.ts';
import { engageTrackingAudit } from './engage-tracking-audit.ts';
import { establishSitePlatform } from './establish-site-platform.ts';
import { fileCompletion } from './file-completion.ts';
import { fileFireAcceptance } from './file-fire-acceptance.ts';
import { handOver } from './hand-over.ts';
import { logSiteProblem } from './log-site-problem.ts';
import { recordAcceptance } from './record-acceptance.ts';
import { recordInspection } from './record-inspection.ts';
import { recordProgressPayment } from './record-progress-payment.ts';
import { registerResidentSupervisors } from './register-resident-supervisors.ts';
import { reportCompletion } from './report-completion.ts';
import { requestChangeOrder } from './request-change-order.ts';
import { resolveSiteProblem } from './resolve-site-problem.ts';
import { setManagementMode } from './set-management-mode.ts';
import { transferUtility } from './transfer-utility.ts';

export const WORKS = {
  'establish-site-platform': establishSitePlatform,
  'register-resident-supervisors': registerResidentSupervisors,
  'engage-tracking-audit': engageTrackingAudit,
  'log-site-problem': logSiteProblem,
  'resolve-site-problem': resolveSiteProblem,
  'record-inspection': recordInspection,
  'request-change-order': requestChangeOrder,
  'decide-change-order': decideChangeOrder,
  'record-progress-payment': recordProgressPayment,
  'report-completion': reportCompletion,
  'record-acceptance': recordAcceptance,
  'file-fire-acceptance': fileFireAcceptance,
  'file-completion': fileCompletion,
  'archive-project': archiveProject,
  'transfer-utility': transferUtility,
  'hand-over': handOver,
  'set-management-mode': setManagementMode,
  'end-warranty': humanAct(endWarranty),
} satisfies ActTable;
