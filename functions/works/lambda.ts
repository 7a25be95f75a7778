// Entry points on AWS: the site, acceptance, handover and warranty.
import { onStep, onWait } from '../runtime/lambda.ts';
import { endWarranty as endWarrantyStep } from './end-warranty.ts';

export const establishSitePlatform = onWait('establish-site-platform');
export const engageTrackingAudit = onWait('engage-tracking-audit');
export const reportCompletion = onWait('report-completion');
export const recordAcceptance = onWait('record-acceptance');
export const fileFireAcceptance = onWait('file-fire-acceptance');
export const fileCompletion = onWait('file-completion');
export const archiveProject = onWait('archive-project');
export const handOver = onWait('hand-over');
export const setManagementMode = onWait('set-management-mode');
export const endWarranty = onStep(endWarrantyStep);
