// `node tests/journeys/write-access-matrix.ts`: writes docs/access-matrix.md and docs/route-access.md anew after the table of
// allowed acts or the routes have changed.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accessMatrix } from '../support/journey/access-matrix.ts';
import { routeMatrix } from '../support/journey/route-matrix.ts';
import { runServer } from '../support/journey/running-server.ts';
import { servedRoutes } from '../support/journey/served-routes.ts';

const DOCS = join(import.meta.dirname, '../../docs');
await writeFile(join(DOCS, 'access-matrix.md'), accessMatrix());
const server = await runServer('2026-03-02T09:00:00+08:00');
const { routes, pages } = await servedRoutes(server);
await writeFile(join(DOCS, 'route-access.md'), routeMatrix(routes, pages));
await server.close();
