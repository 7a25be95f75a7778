// GET /api/projects/{id}/public-address: where residents open the public page of a project, for codes that hang on walls.
import { isIP } from 'node:net';
import * as z from 'zod';
import { projectIdSchema } from '../../domain/api.ts';
import { granted } from '../../domain/errors.ts';
import { readersOf } from '../../domain/readers-of-page.ts';
import { findOwnProject } from '../runtime/own-project.ts';
import { hostOf, isPublicAddress } from '../runtime/public-network.ts';
import { type Route, route } from '../runtime/route.ts';

/** Names of machines and of networks of offices and homes. */
const INSIDE_NAME = /^[^.]+$|\.(?:localhost|local|localdomain|internal|intranet|lan|home|corp|test)$/i;

/** Whether a phone in the street may open addresses of this origin. */
export function isOpenToPhones(origin: string): boolean {
  const host = hostOf(new URL(origin));
  return isIP(host) === 0 ? !INSIDE_NAME.test(host) : isPublicAddress(host);
}

export const readPublicAddress = (publicOrigin: string | undefined): Route =>
  route({
    name: 'readPublicAddress',
    summary: { zh: '小区进度公开页的网址', en: 'The address of the public page of a project' },
    method: 'GET',
    path: '/api/projects/{id}/public-address',
    access: readersOf('cases'),
    input: { params: z.strictObject({ id: projectIdSchema }) },
    output: z.object({
      address: z.string().optional().describe('Absent where no origin is set that phones reach: no code is printed'),
    }),
    async handle({ params: { id }, actor }, ports) {
      const project = await findOwnProject(ports, id, actor);
      if (!project.ok) return project;
      const isOpen = publicOrigin !== undefined && isOpenToPhones(publicOrigin);
      return granted(isOpen ? { address: `${publicOrigin}/p/s/${id}` } : {});
    },
  });
