// The HTTP side of two versions of a paper side by side: each page as a picture, and what one says otherwise than the other.
import * as z from 'zod';
import { projectIdSchema, sha256Schema } from '../../domain/api.ts';
import { granted } from '../../domain/errors.ts';
import { type Route, route } from '../runtime/route.ts';
import { findPaper, noSuchPaper } from './find-paper.ts';
import { issuedPaperAnswer, issuedPaperSchema } from './issued-paper-answer.ts';
import type { Press } from './press.ts';
import { readChanges } from './read-changes.ts';

const ofPaper = z.strictObject({ id: projectIdSchema, sha256: sha256Schema });

export function versionRoutes({ typesetter }: Press): readonly Route[] {
  const showPaperPage = route({
    name: 'showPaperPage',
    summary: { zh: '查看已签发文件的一页', en: 'A page of an issued paper, as a picture' },
    method: 'GET',
    path: '/api/projects/{id}/papers/{sha256}/pages/{page}',
    access: 'SIGNED_IN',
    input: { params: ofPaper.extend({ page: z.coerce.number().int().min(1).max(9999) }) },
    output: 'FILE',
    async handle({ params, actor }, ports) {
      const found = await findPaper(ports, actor, params);
      if (!found.ok) return found;
      const { page } = params;
      const { sha256, kind, version, pages } = found.value;
      const bytes = page > pages ? undefined : await ports.papers.get(sha256);
      if (bytes === undefined) return noSuchPaper();
      const picture = await typesetter.draw({ bytes, page });
      return granted({
        bytes: picture,
        mediaType: 'image/png',
        fileName: `${kind}-V${version}-P${page}.png`,
        inline: true,
      });
    },
  });
  return [showPaperPage, readPaperChanges];
}

const readPaperChanges = route({
  name: 'readPaperChanges',
  summary: { zh: '两版文件的内容有何不同', en: 'What a paper says otherwise than another version of it' },
  method: 'GET',
  path: '/api/projects/{id}/papers/{sha256}/changes',
  access: 'SIGNED_IN',
  input: { params: ofPaper, query: z.strictObject({ since: sha256Schema }) },
  output: z.object({
    before: issuedPaperSchema,
    after: issuedPaperSchema,
    changes: z
      .array(
        z.object({
          path: z.array(z.union([z.string(), z.int()])).readonly(),
          before: z.unknown().optional(),
          after: z.unknown().optional(),
        }),
      )
      .readonly()
      .optional()
      .describe('Absent where one of them was issued before its contents were kept: the pages say it'),
    unkept: z.array(z.string()).readonly().describe('Fields that are printed and stored nowhere: the pages say it'),
  }),
  async handle({ params, query, actor }, ports) {
    const after = await findPaper(ports, actor, params);
    if (!after.ok) return after;
    const before = await findPaper(ports, actor, { ...params, sha256: query.since });
    if (!before.ok) return before;
    const read = await readChanges(ports, before.value, after.value);
    if (!read.ok) return read;
    return granted({
      ...read.value,
      before: issuedPaperAnswer(before.value, actor),
      after: issuedPaperAnswer(after.value, actor),
    });
  },
});
