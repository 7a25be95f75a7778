// GET /api/projects/{id}/ledger: the entries of a project, in order, with their chain.
import * as z from 'zod';
import { entrySchema, projectIdSchema } from '../../domain/api.ts';
import { granted } from '../../domain/errors.ts';
import { findChainBreak } from '../../domain/ledger.ts';
import { findOwnProject } from '../runtime/own-project.ts';
import { route } from '../runtime/route.ts';

export const readLedger = route({
  name: 'readLedger',
  summary: { zh: '查看台账', en: 'Read the ledger of a project' },
  method: 'GET',
  path: '/api/projects/{id}/ledger',
  access: 'SIGNED_IN',
  input: { params: z.strictObject({ id: projectIdSchema }) },
  output: z.object({ entries: z.array(entrySchema), unbroken: z.boolean() }),
  async handle({ params, actor }, ports) {
    const project = await findOwnProject(ports, params.id, actor);
    if (!project.ok) return project;
    const ref = { kind: 'PROJECT', id: params.id } as const;
    const entries = await ports.ledger.read(ref);
    return granted({
      entries: entries.map((entry) => ({ ...entry, projectId: params.id })),
      unbroken: findChainBreak(ref, entries) === undefined,
    });
  },
});
