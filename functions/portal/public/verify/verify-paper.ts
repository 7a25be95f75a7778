// GET /api/public/verify/{code}: whether a paper with this code was made here, and what must stand on it then.
import * as z from 'zod';
import { bilingual } from '../../../../domain/api.ts';
import { granted } from '../../../../domain/errors.ts';
import { documentKind } from '../../../../domain/paper/catalogue.ts';
import { readCode } from '../../../../domain/paper/filing-code.ts';
import type { Ports } from '../../../../domain/ports.ts';
import { spokenCode } from '../../../runtime/find-notice.ts';
import { loadProject } from '../../../runtime/load-project.ts';
import { route } from '../../../runtime/route.ts';

const output = z.discriminatedUnion('verdict', [
  z.object({
    verdict: z.literal('GENUINE'),
    title: bilingual,
    kind: z.string(),
    projectId: z.string(),
    neighbourhood: z.string().optional().describe('Absent for papers of the district as a whole'),
    version: z.int(),
    page: z.int(),
  }),
  /** One answer for made up and mistyped ones: nobody learns which it was. */
  z.object({ verdict: z.literal('UNKNOWN') }),
]);

export type Verification = z.input<typeof output>;

export async function verifyPaper(ports: Ports, code: string): Promise<Verification> {
  const reading = readCode(ports.seal, spokenCode(code));
  if (reading.verdict !== 'GENUINE') return { verdict: 'UNKNOWN' };
  const { projectNo, kind, version, page } = reading.page;
  const project = await loadProject(ports, projectNo);
  return {
    verdict: 'GENUINE',
    title: documentKind(kind).title,
    kind,
    projectId: projectNo,
    ...(project && { neighbourhood: project.neighbourhood.name }),
    version,
    page,
  };
}

export const verifyPaperRoute = route({
  name: 'verifyPaper',
  summary: { zh: '核验文件', en: 'Check a paper by its code' },
  method: 'GET',
  path: '/api/public/verify/{code}',
  access: 'PUBLIC',
  input: { params: z.strictObject({ code: z.string().min(10).max(80) }) },
  output,
  handle: async ({ params: { code } }, ports) => granted(await verifyPaper(ports, code)),
});
