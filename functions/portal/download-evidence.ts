// GET /api/projects/{id}/evidence: the project's evidence bundle, for its street, the Office and the auditors.
import * as z from 'zod';
import { projectIdSchema } from '../../domain/api.ts';
import { granted } from '../../domain/errors.ts';
import { findOwnProject } from '../runtime/own-project.ts';
import { noteOfPersonalData } from '../runtime/privacy-ledger.ts';
import { route } from '../runtime/route.ts';
import { makeEvidenceBundle } from './make-evidence-bundle.ts';

export const downloadEvidence = route({
  name: 'downloadEvidence',
  summary: { zh: '下载证据包', en: 'Download the evidence bundle' },
  method: 'GET',
  path: '/api/projects/{id}/evidence',
  access: ['STREET', 'RENOVATION_OFFICE', 'AUDIT'],
  input: { params: z.strictObject({ id: projectIdSchema }) },
  output: 'FILE',
  async handle({ params, actor }, ports) {
    const project = await findOwnProject(ports, params.id, actor);
    if (!project.ok) return project;
    const bundle = await makeEvidenceBundle(ports, params.id);
    if (!bundle.ok) return bundle;
    // Votes and objections lie in it as they are.
    await noteOfPersonalData(ports, actor, 'view', { projectId: params.id, evidence: true });
    return granted({ bytes: bundle.value, mediaType: 'application/zip', fileName: `${params.id}-证据包.zip` });
  },
});
