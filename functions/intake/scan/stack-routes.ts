// The HTTP side of stacks: start filing, follow it, look at pages, settle them, see what is on file.
import * as z from 'zod';
import { projectIdSchema } from '../../../domain/api.ts';
import { granted } from '../../../domain/errors.ts';
import { RESOLUTIONS, stackPage } from '../../../domain/paper/filing/filed-page.ts';
import { CHECKLIST_NAMES } from '../../../domain/paper/filing/material-checklist.ts';
import { PAGE_FINDING_CODES } from '../../../domain/paper/filing/page-findings.ts';
import { readersOf } from '../../../domain/readers-of-page.ts';
import { findOwnProject } from '../../runtime/own-project.ts';
import { noteOfPersonalData } from '../../runtime/privacy-ledger.ts';
import { type Route, route } from '../../runtime/route.ts';
import { checkList } from './check-list.ts';
import { filedPapers } from './filed-papers.ts';
import { listStacks } from './list-stacks.ts';
import { findVisiblePage, noSuchPage } from './page-access.ts';
import { readPostingProof } from './posting-proof.ts';
import { requestFiling } from './request-filing.ts';
import { resolvePage } from './resolve-page.ts';
import { findCells } from './sheet-cells.ts';
import { readReceipt } from './stack-receipt.ts';
import { STACK_STATES } from './stack-records.ts';

const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
const says = z.object({ zh: z.string(), en: z.string() });
const ofUpload = z.strictObject({ id: z.string().max(64) });
const ofPage = z.strictObject({ id: z.string().max(80) });
const ofProject = z.strictObject({ id: projectIdSchema });

const progress = {
  uploadId: z.string(),
  state: z.enum(STACK_STATES),
  pages: z.int(),
  filed: z.int(),
  checked: z.int(),
};

const requestFilingRoute = route({
  name: 'requestFiling',
  summary: { zh: '归档一叠扫描件', en: 'File a stack of scans' },
  method: 'POST',
  path: '/api/uploads/{id}/file',
  access: readersOf('cases'),
  status: 202,
  input: { params: ofUpload },
  output: z.object(progress),
  handle: ({ params, actor }, ports) => requestFiling(ports, { actor, uploadId: params.id }),
});

const listStacksRoute = route({
  name: 'listStacks',
  summary: { zh: '列出本单位的归档批次', en: 'The stacks of one’s party' },
  method: 'GET',
  path: '/api/stacks',
  access: readersOf('cases'),
  input: { query: z.strictObject({ cursor: z.string().max(200).optional() }) },
  output: z.object({
    stacks: listOf(z.object({ ...progress, attention: z.int(), receivedAt: z.string() })),
    cursor: z.string().optional(),
  }),
  handle: ({ query, actor }, ports) => listStacks(ports, { actor, ...query }),
});

export const receiptPage = z.object({
  ...stackPage.shape,
  findings: listOf(z.object({ code: z.enum(PAGE_FINDING_CODES), says, toDo: says })),
});

const readReceiptRoute = route({
  name: 'readReceipt',
  summary: { zh: '查看归档回单', en: 'The receipt of a stack' },
  method: 'GET',
  path: '/api/uploads/{id}/pages',
  access: readersOf('cases'),
  input: { params: ofUpload },
  output: z.object({
    ...progress,
    refusal: z.object({ code: z.string(), says }).nullable(),
    counts: z.record(z.string(), z.int()),
    list: listOf(receiptPage),
    missing: listOf(z.string()),
  }),
  handle: ({ params, actor }, ports) => readReceipt(ports, { actor, uploadId: params.id }),
});

const pictureRoute = route({
  name: 'showPage',
  summary: { zh: '查看页面图像', en: 'The picture of a page' },
  method: 'GET',
  path: '/api/pages/{id}/picture',
  access: readersOf('cases'),
  input: { params: ofPage, query: z.strictObject({ row: z.coerce.number().int().positive().optional() }) },
  output: 'FILE',
  async handle({ params, query, actor }, ports) {
    const found = await findVisiblePage(ports, { actor, pageId: params.id });
    if (!found.ok) return found;
    const rows = query.row === undefined ? undefined : (await findCells(ports, params.id))?.rows;
    const sha256 = query.row === undefined ? found.value.picture : rows?.find(({ no }) => no === query.row)?.strip;
    const bytes = sha256 ? await ports.papers.get(sha256) : undefined;
    if (sha256 === undefined || sha256 === null || bytes === undefined) return noSuchPage();
    if ((await ports.papers.describe(sha256))?.paperClass === 'VAULT') {
      const about = { page: params.id, ...(query.row !== undefined && { row: query.row }) };
      await noteOfPersonalData(ports, actor, 'view', about);
    }
    return granted({ bytes, mediaType: 'image/jpeg', fileName: `${params.id}.jpg`, inline: true });
  },
});

const resolvePageRoute = route({
  name: 'resolvePage',
  summary: { zh: '处理一页', en: 'Settle a page that needs attention' },
  method: 'POST',
  path: '/api/pages/{id}/resolve',
  access: readersOf('cases'),
  input: {
    params: ofPage,
    body: z.strictObject({ resolution: z.enum(RESOLUTIONS), code: z.string().trim().max(200).optional() }),
  },
  output: stackPage,
  handle: ({ params, body, actor }, ports) =>
    resolvePage(ports, { actor, pageId: params.id, resolution: { kind: body.resolution, code: body.code } }),
});

const filedPapersRoute = route({
  name: 'listFiledPapers',
  summary: { zh: '列出已归档的纸质材料', en: 'The papers of a project on file from scans' },
  method: 'GET',
  path: '/api/projects/{id}/filed-papers',
  access: readersOf('cases'),
  input: { params: ofProject },
  output: z.object({
    papers: listOf(
      z.object({
        kind: z.string(),
        version: z.int(),
        printing: z.int().optional(),
        serial: z.int().optional(),
        pages: listOf(z.object({ page: z.int(), pageId: z.string() })),
      }),
    ),
  }),
  async handle({ params, actor }, ports) {
    const project = await findOwnProject(ports, params.id, actor);
    if (!project.ok) return project;
    return granted({ papers: await filedPapers(ports, params.id) });
  },
});

/** `K4,K5`: codes or titles in one field of the address. */
const listed = z
  .string()
  .max(500)
  .transform((text) => text.split(',').filter((part) => part !== ''))
  .default([]);

const checklistRoute = route({
  name: 'checkMaterials',
  summary: { zh: '核对申报材料', en: 'What is missing of the materials of an act' },
  method: 'GET',
  path: '/api/projects/{id}/checklists/{act}',
  access: readersOf('cases'),
  input: {
    params: ofProject.extend({ act: z.enum(CHECKLIST_NAMES) }),
    query: z.strictObject({ provided: listed, sealed: listed, others: listed }),
  },
  output: z.object({
    complete: z.boolean(),
    says,
    materials: listOf(
      z.object({ code: z.string(), zh: z.string(), en: z.string(), sealed: z.boolean(), onFile: z.boolean() }),
    ),
    deficiencies: listOf(z.object({ material: z.string(), problem: z.string(), correction: z.string() })).describe(
      'As the notice N1 prints them, all at once',
    ),
  }),
  handle: ({ params: { id, act }, query, actor }, ports) =>
    checkList(ports, { actor, projectId: id, name: act, ...query }),
});

const postingProofRoute = route({
  name: 'readPostingProof',
  summary: { zh: '读取张贴照片', en: 'What the photo of a posted notice proves' },
  method: 'GET',
  path: '/api/pages/{id}/posting-proof',
  access: ['STREET', 'COMMUNITY', 'BODY'],
  input: { params: ofPage },
  output: z.object({
    notice: z.object({
      projectNo: z.string(),
      kind: z.string(),
      version: z.int(),
      printing: z.int().optional(),
      page: z.int(),
      serial: z.int().optional(),
    }),
    photo: z.string(),
    photographedAt: z.string().nullable(),
    receivedAt: z.string(),
    daysLater: z.int().nullable(),
    suggestedDay: z.string(),
  }),
  handle: ({ params, actor }, ports) => readPostingProof(ports, { actor, pageId: params.id }),
});

export const STACK_ROUTES: readonly Route[] = [
  requestFilingRoute,
  listStacksRoute,
  readReceiptRoute,
  pictureRoute,
  resolvePageRoute,
  filedPapersRoute,
  checklistRoute,
  postingProofRoute,
];
