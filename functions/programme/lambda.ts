// Entry point on AWS: the programme around the procedure.
import { onRoutes } from '../runtime/lambda.ts';
import { PROGRAMME_ROUTES } from './routes.ts';

export const programmeRoutes = onRoutes(() => PROGRAMME_ROUTES);
