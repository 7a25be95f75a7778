// The HTTP side of papers of a project: what is known of one, drafts, issuing, the list, printing again.
import * as z from 'zod';
import { bilingual, projectIdSchema, sha256Schema } from '../../domain/api.ts';
import { granted, refused } from '../../domain/errors.ts';
import { BLANK_FORMS, type BlankForm } from '../../domain/paper/blank-forms.ts';
import { documentKind } from '../../domain/paper/catalogue.ts';
import { date } from '../../domain/paper/contents/fields.ts';
import { PAPER_CONTENTS, type TypesetCode } from '../../domain/paper/paper-contents.ts';
import { readersOf } from '../../domain/readers-of-page.ts';
import { listIssuedPapers } from '../runtime/issued-papers.ts';
import { findOwnProject } from '../runtime/own-project.ts';
import { type Route, route } from '../runtime/route.ts';
import { findPaper, mayReadPaper, noSuchPaper } from './find-paper.ts';
import {
  draftPaper,
  issueProjectPaper,
  nextEdition,
  pagesSetOf,
  permitIssuing,
  picturePaper,
  preparePaper,
  printForm,
} from './issue-project-paper.ts';
import { issuedPaperAnswer, issuedPaperSchema } from './issued-paper-answer.ts';
import { readPageList } from './page-list.ts';
import type { Press } from './press.ts';

export const PDF = 'application/pdf';
const KINDS = Object.keys(PAPER_CONTENTS) as TypesetCode[];
export const json = z.record(z.string(), z.json());
const ofProject = z.strictObject({ id: projectIdSchema });
const ofPaper = ofProject.extend({ sha256: sha256Schema });
const serial = z.int().min(1).max(9999);

const order = z.strictObject({
  kind: z.enum(KINDS),
  contents: json.default({}).describe('Fields that the ledger does not know'),
  households: z.array(serial).max(9999).optional().describe('Places in the roll; all households unless told'),
  version: z.int().min(1).max(999).optional(),
  serial: serial.optional(),
  date: date.optional(),
  issuer: z.string().trim().min(2).max(60).optional(),
  disclosure: z.enum(['此件主动公开', '此件依申请公开', '此件不予公开']).optional(),
});

const fieldProblem = z.object({ path: z.string(), says: bilingual });

export function paperRoutes(press: Press): readonly Route[] {
  const preparePaperRoute = route({
    name: 'preparePaper',
    summary: { zh: '出文前核对：已知内容和待填内容', en: 'What a paper would say, and what is still to be filled in' },
    method: 'POST',
    path: '/api/projects/{id}/papers/prepare',
    access: readersOf('cases'),
    input: { params: ofProject, body: order },
    output: z.object({
      contents: z.record(z.string(), z.unknown()),
      missing: z.array(fieldProblem).readonly(),
      onRecord: z.array(z.string()).readonly().describe('Fields of the ledger, which no paper may contradict'),
      version: z.int().describe('Of the next paper of this kind'),
      printing: z.int().optional().describe('What was issued of this version is void: it is issued again'),
      pages: z.int().optional().describe('Of a paper that is set page by page'),
    }),
    async handle({ params, body, actor }, ports) {
      const project = await findOwnProject(ports, params.id, actor);
      if (!project.ok) return project;
      const permitted = permitIssuing(body.kind, actor);
      if (!permitted.ok) return permitted;
      const prepared = await preparePaper(ports, { actor, project: project.value, order: body });
      if (!prepared.ok) return prepared;
      const { contents, parsed, onRecord } = prepared.value;
      const pages = parsed.ok ? pagesSetOf(parsed.value) : undefined;
      return granted({
        contents: { ...contents },
        missing: parsed.ok ? [] : (parsed.refusal.fields ?? []),
        onRecord,
        ...(await nextEdition(ports, { actor, project: project.value, order: body })),
        ...(pages !== undefined && { pages }),
      });
    },
  });

  const picturePaperRoute = route({
    name: 'picturePaper',
    summary: { zh: '预览（图片）', en: 'A picture of the draft, to look at before the paper is issued' },
    method: 'POST',
    path: '/api/projects/{id}/papers/draft/picture',
    access: readersOf('cases'),
    input: {
      params: ofProject,
      query: z.strictObject({ page: z.coerce.number().int().min(1).max(9999).default(1) }),
      body: order,
    },
    output: 'FILE',
    async handle({ params, query, body, actor }, ports) {
      const project = await findOwnProject(ports, params.id, actor);
      if (!project.ok) return project;
      const permitted = permitIssuing(body.kind, actor);
      if (!permitted.ok) return permitted;
      const ordered = { actor, project: project.value, order: body };
      const picture = await picturePaper(ports, press, ordered, query.page);
      if (!picture.ok) return picture;
      const bytes = picture.value.paper.picture();
      return granted({ bytes, mediaType: 'image/svg+xml', fileName: `${body.kind}-送审稿.svg` });
    },
  });

  const draftPaperRoute = route({
    name: 'draftPaper',
    summary: { zh: '送审稿', en: 'A draft, without number and codes' },
    method: 'POST',
    path: '/api/projects/{id}/papers/draft',
    access: readersOf('cases'),
    input: { params: ofProject, body: order },
    output: 'FILE',
    async handle({ params, body, actor }, ports) {
      const project = await findOwnProject(ports, params.id, actor);
      if (!project.ok) return project;
      const permitted = permitIssuing(body.kind, actor);
      if (!permitted.ok) return permitted;
      const draft = await draftPaper(ports, press, { actor, project: project.value, order: body });
      if (!draft.ok) return draft;
      return pdfFile(draft.value.paper.pdf(), `${body.kind}-送审稿`);
    },
  });

  const issuePaperRoute = route({
    name: 'issuePaper',
    summary: { zh: '签发文件', en: 'Issue a paper' },
    method: 'POST',
    path: '/api/projects/{id}/papers',
    access: readersOf('cases'),
    status: 201,
    input: { params: ofProject, body: order },
    output: issuedPaperSchema,
    async handle({ params, body, actor, request }, ports) {
      const project = await findOwnProject(ports, params.id, actor);
      if (!project.ok) return project;
      return issueProjectPaper(ports, press, { actor, project: project.value, order: body, request });
    },
  });

  const printFormRoute = route({
    name: 'printForm',
    summary: { zh: '打印空白表', en: 'Print a form to fill in by hand' },
    method: 'GET',
    path: '/api/projects/{id}/forms/{kind}',
    access: readersOf('cases'),
    input: {
      params: ofProject.extend({ kind: z.enum(BLANK_FORMS) }),
      query: z.strictObject({ serial: z.coerce.number().pipe(serial).optional() }),
    },
    output: 'FILE',
    async handle({ params, query, actor }, ports) {
      const project = await findOwnProject(ports, params.id, actor);
      if (!project.ok) return project;
      const permitted = permitIssuing(params.kind, actor);
      if (!permitted.ok) return permitted;
      const ordered = { kind: params.kind, contents: blankContents(params.kind), serial: query.serial };
      const form = await printForm(ports, press, { actor, project: project.value, order: ordered });
      return form.ok ? pdfFile(form.value.paper.pdf(), documentKind(params.kind).title.zh) : form;
    },
  });

  const printPaper = route({
    name: 'printPaper',
    summary: { zh: '打印、按页补打', en: 'Print a paper, or some of its pages again' },
    method: 'GET',
    path: '/api/projects/{id}/papers/{sha256}',
    access: readersOf('cases'),
    input: { params: ofPaper, query: z.strictObject({ pages: z.string().max(200).optional() }) },
    output: 'FILE',
    async handle({ params, query, actor }, ports) {
      const found = await findPaper(ports, actor, params);
      if (!found.ok) return found;
      const { sha256, pages, kind, title, number } = found.value;
      const bytes = await ports.papers.get(sha256);
      if (bytes === undefined) return noSuchPaper();
      const name = `${kind}-${title}${number === undefined ? '' : `-${number}`}`;
      if (query.pages === undefined) return pdfFile(bytes, name);
      const wanted = readPageList(query.pages, pages);
      if (wanted === undefined) return noSuchPages(pages);
      return pdfFile(await press.typesetter.reprint([{ bytes, pages: wanted }]), `${name}-第${query.pages}页`);
    },
  });

  return [
    preparePaperRoute,
    draftPaperRoute,
    picturePaperRoute,
    issuePaperRoute,
    printFormRoute,
    listPapers,
    printPaper,
  ];
}

/** What a form cannot do without and nobody has written yet. */
const blankContents = (kind: BlankForm) => (kind === 'E1' || kind === 'SI1' ? { ...NO_ROWS[kind] } : {});
const NO_ROWS = { E1: { facts: [] }, SI1: { findings: [] } } as const;

const listPapers = route({
  name: 'listPapers',
  summary: { zh: '列出已签发的文件', en: 'The papers issued for a project' },
  method: 'GET',
  path: '/api/projects/{id}/papers',
  access: readersOf('cases'),
  input: { params: ofProject },
  output: z.object({ papers: z.array(issuedPaperSchema) }),
  async handle({ params, actor }, ports) {
    const project = await findOwnProject(ports, params.id, actor);
    if (!project.ok) return project;
    const issued = await listIssuedPapers(ports, params.id);
    return granted({
      papers: issued.filter((paper) => mayReadPaper(actor, paper)).map((paper) => issuedPaperAnswer(paper, actor)),
    });
  },
});

export const pdfFile = (bytes: Uint8Array, name: string) =>
  granted({ bytes, mediaType: PDF, fileName: `${name.replaceAll(/[\\/:*?"<>|]/g, '')}.pdf` });

const noSuchPages = (pages: number) => {
  const says = { zh: `页码应为 1 至 ${pages}，形如 3,5-7`, en: `Pages are 1 to ${pages}, written like 3,5-7` };
  return refused('MALFORMED', says, { fields: [{ path: '/pages', says }] });
};
