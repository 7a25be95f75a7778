// The HTTP side of a ballot pack: look at it, issue it, print it in order.
import * as z from 'zod';
import { projectIdSchema } from '../../domain/api.ts';
import { granted, refused } from '../../domain/errors.ts';
import { findOwnProject } from '../runtime/own-project.ts';
import { type Route, route } from '../runtime/route.ts';
import { findBallotPack, issueBallotPack, previewBallotPack } from './ballot-pack.ts';
import { issuedPaperSchema } from './issued-paper-answer.ts';
import { readPageList } from './page-list.ts';
import { json, pdfFile } from './paper-routes.ts';
import type { Press } from './press.ts';

const PATH = '/api/projects/{id}/packs/ballot';
/** Those who hand the sheets out and collect them. */
const PACKERS = ['STREET', 'COMMUNITY', 'BODY'] as const;
const ofProject = z.strictObject({ id: projectIdSchema });
const body = z.strictObject({
  contents: json.default({}).describe('Fields that the ledger does not know: days, places, telephones'),
  singleHouseholds: z.array(z.int().min(1).max(9999)).max(9999).default([]),
  version: z.int().min(1).max(999).optional(),
});

export function packRoutes(press: Press): readonly Route[] {
  const previewPack = route({
    name: 'previewBallotPack',
    summary: { zh: '预览表决材料', en: 'Look at a ballot pack before it is issued' },
    method: 'POST',
    path: `${PATH}/preview`,
    access: PACKERS,
    input: { params: ofProject, body },
    output: 'FILE',
    async handle({ params, body, actor }, ports) {
      const project = await findOwnProject(ports, params.id, actor);
      if (!project.ok) return project;
      const preview = await previewBallotPack(ports, press, { actor, project: project.value, ...body });
      return preview.ok ? pdfFile(preview.value, '表决材料-送审稿') : preview;
    },
  });

  const issuePack = route({
    name: 'issueBallotPack',
    summary: { zh: '签发表决材料', en: 'Issue a ballot pack' },
    method: 'POST',
    path: PATH,
    access: ['BODY'],
    status: 201,
    input: { params: ofProject, body },
    output: z.object({ papers: z.array(issuedPaperSchema).readonly() }),
    async handle({ params, body, actor, request }, ports) {
      const project = await findOwnProject(ports, params.id, actor);
      if (!project.ok) return project;
      const papers = await issueBallotPack(ports, press, { actor, project: project.value, ...body, request });
      return papers.ok ? granted({ papers: papers.value }) : papers;
    },
  });

  const printPack = route({
    name: 'printBallotPack',
    summary: { zh: '按顺序打印表决材料', en: 'Print a ballot pack in order, or some of its pages again' },
    method: 'GET',
    path: PATH,
    access: PACKERS,
    input: {
      params: ofProject,
      query: z.strictObject({ version: z.coerce.number().int().min(1), pages: z.string().max(200).optional() }),
    },
    output: 'FILE',
    async handle({ params, query, actor }, ports) {
      const project = await findOwnProject(ports, params.id, actor);
      if (!project.ok) return project;
      const pack = await findBallotPack(ports, params.id, query.version);
      const files = await Promise.all(pack.map(({ sha256 }) => ports.papers.get(sha256)));
      const papers = files.flatMap((bytes) => (bytes === undefined ? [] : [{ bytes }]));
      if (papers.length === 0) {
        return refused('NOT_FOUND', {
          zh: '该版本方案还没有签发表决材料。',
          en: 'No ballot pack was issued for this version of the plan.',
        });
      }
      const whole = await press.typesetter.reprint(papers);
      const name = `表决材料-第${query.version}版`;
      if (query.pages === undefined) return pdfFile(whole, name);
      const pages = pack.reduce((sum, paper) => sum + paper.pages, 0);
      const wanted = readPageList(query.pages, pages);
      if (wanted !== undefined)
        return pdfFile(await press.typesetter.reprint([{ bytes: whole, pages: wanted }]), `${name}-补打`);
      const says = { zh: `页码应为 1 至 ${pages}，形如 3,5-7`, en: `Pages are 1 to ${pages}, written like 3,5-7` };
      return refused('MALFORMED', says, { fields: [{ path: '/pages', says }] });
    },
  });

  return [previewPack, issuePack, printPack];
}
