// The HTTP side of two versions of a paper side by side: each page as a picture, and what one says otherwise than the other; papers
// of projects and of the district.
import * as z from 'zod';
import { projectIdSchema, sha256Schema } from '../../domain/api.ts';
import { granted, type Outcome } from '../../domain/errors.ts';
import type { IssuedPaper } from '../../domain/paper/issue-register.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { readersOf } from '../../domain/readers-of-page.ts';
import { type Route, route } from '../runtime/route.ts';
import { findDistrictPaper, findPaper, noSuchPaper } from './find-paper.ts';
import { issuedPaperAnswer, issuedPaperSchema } from './issued-paper-answer.ts';
import type { Press } from './press.ts';
import { readChanges } from './read-changes.ts';

const ofProject = z.strictObject({ id: projectIdSchema, sha256: sha256Schema });
const ofDistrict = z.strictObject({ year: z.string().regex(/^20\d{2}$/), sha256: sha256Schema });
const page = z.coerce.number().int().min(1).max(9999);

const SHOW_PAGE = { zh: '查看已签发文件的一页', en: 'A page of an issued paper, as a picture' };

export function versionRoutes({ typesetter }: Press): readonly Route[] {
  const show = async (ports: Ports, found: Outcome<IssuedPaper>, number: number) => {
    if (!found.ok) return found;
    const { sha256, kind, version, pages } = found.value;
    const bytes = number > pages ? undefined : await ports.papers.get(sha256);
    if (bytes === undefined) return noSuchPaper();
    return granted({
      bytes: await typesetter.draw({ bytes, page: number }),
      mediaType: 'image/png',
      fileName: `${kind}-V${version}-P${number}.png`,
      inline: true,
    });
  };
  return [
    route({
      name: 'showPaperPage',
      summary: SHOW_PAGE,
      method: 'GET',
      path: '/api/projects/{id}/papers/{sha256}/pages/{page}',
      access: readersOf('cases'),
      input: { params: ofProject.extend({ page }) },
      output: 'FILE',
      handle: async ({ params, actor }, ports) => show(ports, await findPaper(ports, actor, params), params.page),
    }),
    route({
      name: 'showDistrictPaperPage',
      summary: SHOW_PAGE,
      method: 'GET',
      path: '/api/programme/{year}/papers/{sha256}/pages/{page}',
      access: readersOf('cases'),
      input: { params: ofDistrict.extend({ page }) },
      output: 'FILE',
      handle: async ({ params }, ports) => show(ports, await findDistrictPaper(ports, params), params.page),
    }),
    readPaperChanges,
    readDistrictPaperChanges,
  ];
}

const READ_CHANGES = { zh: '两版文件的内容有何不同', en: 'What a paper says otherwise than another version of it' };
const since = z.strictObject({ since: sha256Schema });
const changesSchema = z.object({
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
    .describe('Absent where the contents of one of them were not kept: the pages say it'),
  notKept: z.array(z.enum(['before', 'after'])).describe('Issued before contents were kept, or erased since'),
  unkept: z.array(z.string()).readonly().describe('Fields that are printed and stored nowhere: the pages say it'),
});

const readPaperChanges = route({
  name: 'readPaperChanges',
  summary: READ_CHANGES,
  method: 'GET',
  path: '/api/projects/{id}/papers/{sha256}/changes',
  access: readersOf('cases'),
  input: { params: ofProject, query: since },
  output: changesSchema,
  handle: ({ params, query, actor }, ports) =>
    compare(ports, actor, {
      after: () => findPaper(ports, actor, params),
      before: () => findPaper(ports, actor, { ...params, sha256: query.since }),
    }),
});

const readDistrictPaperChanges = route({
  name: 'readDistrictPaperChanges',
  summary: READ_CHANGES,
  method: 'GET',
  path: '/api/programme/{year}/papers/{sha256}/changes',
  access: readersOf('cases'),
  input: { params: ofDistrict, query: since },
  output: changesSchema,
  handle: ({ params, query, actor }, ports) =>
    compare(ports, actor, {
      after: () => findDistrictPaper(ports, params),
      before: () => findDistrictPaper(ports, { ...params, sha256: query.since }),
    }),
});

type Find = () => Promise<Outcome<IssuedPaper>>;

async function compare(
  ports: Pick<Ports, 'papers'>,
  actor: Actor,
  find: { readonly before: Find; readonly after: Find },
): Promise<Outcome<z.input<typeof changesSchema>>> {
  const after = await find.after();
  if (!after.ok) return after;
  const before = await find.before();
  if (!before.ok) return before;
  const read = await readChanges(ports, before.value, after.value);
  if (!read.ok) return read;
  return granted({
    ...read.value,
    before: issuedPaperAnswer(before.value, actor),
    after: issuedPaperAnswer(after.value, actor),
  });
}
