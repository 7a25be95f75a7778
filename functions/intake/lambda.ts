// Entry points on AWS: tickets, uploads, rosters and votes.
import { onRoutes, onUpload } from '../runtime/lambda.ts';
import { receiveUpload as receive } from './receive-upload.ts';
import { INTAKE_ROUTES } from './routes.ts';
import { SCAN_ROUTES } from './scan/routes.ts';

export const intakeRoutes = onRoutes(() => [...INTAKE_ROUTES, ...SCAN_ROUTES]);
export const receiveUpload = onUpload('receiveUpload', receive);
