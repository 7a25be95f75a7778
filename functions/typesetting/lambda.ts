// Entry points on AWS: papers out. The typesetter, its fonts and templates come in a layer, too large for a bundle.
import { onRoutes } from '../runtime/lambda.ts';
import { printingHouse } from './press.ts';
import { typesettingRoutes } from './routes.ts';
import { createThreadedTypesetter } from './threaded-typesetter.ts';

export const paperOutRoutes = onRoutes(() =>
  typesettingRoutes({
    typesetter: createThreadedTypesetter({ thread: process.env.JIUGAI_TYPESETTER }),
    house: printingHouse({ publicOrigin: process.env.JIUGAI_ORIGIN, rehearsal: false }),
  }),
);
