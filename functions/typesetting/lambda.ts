// Entry points on AWS: papers out. The typesetter, its fonts and templates lie beside the bundle; the district's own fonts
// come in a layer.
import { onRoutes } from '../runtime/lambda.ts';
import { printingHouse } from './press.ts';
import { typesettingRoutes } from './routes.ts';
import { createThreadedTypesetter } from './threaded-typesetter.ts';

export const paperOutRoutes = onRoutes(() =>
  typesettingRoutes({
    typesetter: createThreadedTypesetter({ licensedFonts: process.env.JIUGAI_FONTS }),
    house: printingHouse({ publicOrigin: process.env.JIUGAI_ORIGIN, rehearsal: false }),
  }),
);
