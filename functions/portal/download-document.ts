// GET /api/projects/{id}/documents/{docId}: a paper that the project's ledger names, byte for byte.
import * as z from 'zod';
import { projectIdSchema, sha256Schema } from '../../domain/api.ts';
import { granted, refused } from '../../domain/errors.ts';
import { papersNamedIn } from '../../domain/evidence/manifest.ts';
import { readersOf } from '../../domain/readers-of-page.ts';
import { findOwnProject } from '../runtime/own-project.ts';
import { route } from '../runtime/route.ts';

export const downloadDocument = route({
  name: 'downloadDocument',
  summary: { zh: '下载文件', en: 'Download a paper' },
  method: 'GET',
  path: '/api/projects/{id}/documents/{docId}',
  access: readersOf('cases'),
  input: { params: z.strictObject({ id: projectIdSchema, docId: sha256Schema }) },
  output: 'FILE',
  async handle({ params, actor }, ports) {
    const project = await findOwnProject(ports, params.id, actor);
    if (!project.ok) return project;
    const entries = await ports.ledger.read({ kind: 'PROJECT', id: params.id });
    const named = entries.some(({ payload }) => papersNamedIn(payload).includes(params.docId));
    const meta = named ? await ports.papers.describe(params.docId) : undefined;
    // Rosters, votes and objections name people: they are read by the steps, and by auditors in the bundle.
    if (meta === undefined || meta.paperClass === 'VAULT') return noSuchPaper();
    const bytes = await ports.papers.get(params.docId);
    if (bytes === undefined) return noSuchPaper();
    const ending = meta.mediaType.split('/')[1]?.replace(/^vnd\..*sheet$/, 'xlsx') ?? 'bin';
    return granted({
      bytes,
      mediaType: meta.mediaType,
      fileName: `${params.id}-${params.docId.slice(0, 8)}.${ending}`,
    });
  },
});

const noSuchPaper = () =>
  refused('NOT_FOUND', {
    zh: '该项目没有这份文件，或其保存期限已满。',
    en: 'The project has no such paper, or its time is over.',
  });
