// Every route of typesetting, over the press of the installation.
import type { Route } from '../runtime/route.ts';
import { districtRoutes } from './district-routes.ts';
import { packRoutes } from './pack-routes.ts';
import { paperRoutes } from './paper-routes.ts';
import type { Press } from './press.ts';
import { readPublicAddress } from './read-public-address.ts';
import { sampleRoutes } from './sample-routes.ts';
import { versionRoutes } from './version-routes.ts';
import { VOIDING_ROUTES } from './voiding-routes.ts';

export const typesettingRoutes = (press: Press): readonly Route[] => [
  ...paperRoutes(press),
  ...packRoutes(press),
  ...districtRoutes(press),
  ...sampleRoutes(press),
  ...versionRoutes(press),
  readPublicAddress(press.house.publicOrigin),
  ...VOIDING_ROUTES,
];
