// Entry points on AWS: posting the plan and hearing objections.
import { onRoutes, onStep, onWait } from '../runtime/lambda.ts';
import { closePublicity as closePublicityStep } from './close-publicity.ts';
import { PUBLICITY_ROUTES } from './routes.ts';

export const postNotice = onWait('post-notice');
export const confirmPosting = onWait('confirm-posting');
export const recordMediation = onWait('record-mediation');
export const closePublicity = onStep(closePublicityStep);

export const publicityRoutes = onRoutes(() => PUBLICITY_ROUTES);
