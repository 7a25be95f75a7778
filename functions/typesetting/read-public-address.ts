// GET /api/projects/{id}/public-address: where residents open the public page of a project, for codes that hang on walls.
import { BlockList, isIP } from 'node:net';
import * as z from 'zod';
import { projectIdSchema } from '../../domain/api.ts';
import { granted } from '../../domain/errors.ts';
import { findOwnProject } from '../runtime/own-project.ts';
import { type Route, route } from '../runtime/route.ts';

/** Networks that no phone outside the office reaches (RFC 1918, 3927, 4193, 4291, 6598). */
const INSIDE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  INSIDE.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  INSIDE.addSubnet(network, prefix, 'ipv6');
}
/** Names of machines and of networks of offices and homes. */
const INSIDE_NAME = /^[^.]+$|\.(?:localhost|local|localdomain|internal|intranet|lan|home|corp|test)$/i;

/** Whether a phone in the street may open addresses of this origin. */
export function isOpenToPhones(origin: string): boolean {
  const host = new URL(origin).hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  return family === 0 ? !INSIDE_NAME.test(host) : !INSIDE.check(host, family === 4 ? 'ipv4' : 'ipv6');
}

export const readPublicAddress = (publicOrigin: string | undefined): Route =>
  route({
    name: 'readPublicAddress',
    summary: { zh: '小区进度公开页的网址', en: 'The address of the public page of a project' },
    method: 'GET',
    path: '/api/projects/{id}/public-address',
    access: 'SIGNED_IN',
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
