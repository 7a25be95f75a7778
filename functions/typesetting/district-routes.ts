// The HTTP side of papers of the district as a whole: circulars, the streets' assessment, minutes, records of visits.
import * as z from 'zod';
import { sha256Schema } from '../../domain/api.ts';
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { granted } from '../../domain/errors.ts';
import { date } from '../../domain/paper/contents/fields.ts';
import { districtNo } from '../../domain/paper/district-number.ts';
import { registerLedger, registerOfSeries } from '../../domain/paper/issue-register.ts';
import { officeOf, seriesOf } from '../../domain/paper/offices.ts';
import { readersOf } from '../../domain/readers-of-page.ts';
import { listIssuedPapers } from '../runtime/issued-papers.ts';
import { type Route, route } from '../runtime/route.ts';
import { fillContents } from './fill-contents.ts';
import { findDistrictPaper, noSuchPaper } from './find-paper.ts';
import { issuedBefore, issuePaper } from './issue-paper.ts';
import { permitIssuing } from './issue-project-paper.ts';
import { issuedPaperAnswer, issuedPaperSchema } from './issued-paper-answer.ts';
import { json, pdfFile } from './paper-routes.ts';
import { permitCircular } from './permit-circular.ts';
import type { Press } from './press.ts';

const DISTRICT_KINDS = ['C1', 'C2', 'C3', 'C4'] as const;
const ofYear = z.strictObject({ year: z.string().regex(/^20\d{2}$/) });

export const districtRoutes = (press: Press): readonly Route[] => [
  route({
    name: 'issueDistrictPaper',
    summary: { zh: '签发全区性文件', en: 'Issue a paper of the district' },
    method: 'POST',
    path: '/api/programme/{year}/papers',
    access: ['RENOVATION_OFFICE'],
    status: 201,
    input: {
      params: ofYear,
      body: z.strictObject({
        kind: z.enum(DISTRICT_KINDS),
        contents: json,
        serial: z.int().min(1).max(9999).describe('Number of the circular, the meeting, the street, the visit'),
        version: z.int().min(1).max(999).default(1),
        date: date.optional(),
      }),
    },
    output: issuedPaperSchema,
    async handle({ params, body, actor, request }, ports) {
      const permitted = permitIssuing(body.kind, actor);
      if (!permitted.ok) return permitted;
      const office = officeOf(actor.role, actor.unit);
      const on = body.date ?? dateInShanghai(ports.clock.now());
      const projectNo = districtNo(params.year);
      const series = seriesOf(body.kind, office);
      const register = registerLedger(series === undefined ? projectNo : registerOfSeries(series, on));
      const before = await issuedBefore(ports, register, request);
      if (!before.ok) return before;
      if (before.value) return granted(before.value);
      if (body.kind === 'C1') {
        const named = { year: params.year, no: body.serial, contents: body.contents };
        const proposed = await permitCircular(ports, actor, named);
        if (!proposed.ok) return proposed;
      }
      const { parsed, contents: said } = fillContents(body.kind, {}, body.contents);
      if (!parsed.ok) return parsed;
      return issuePaper(
        { ports, ...press },
        {
          actor,
          register,
          order: { kind: body.kind, contents: parsed.value, making: { issuer: office.name, date: on } },
          said,
          projectNo,
          version: body.version,
          serial: body.serial,
          abbreviation: series,
          request,
        },
      );
    },
  }),
  route({
    name: 'listDistrictPapers',
    summary: { zh: '列出全区性文件', en: 'The papers of the district in a year' },
    method: 'GET',
    path: '/api/programme/{year}/papers',
    access: readersOf('cases'),
    input: { params: ofYear },
    output: z.object({ papers: z.array(issuedPaperSchema).readonly() }),
    async handle({ params, actor }, ports) {
      const issued = await listIssuedPapers(ports, districtNo(params.year));
      return granted({ papers: issued.map((paper) => issuedPaperAnswer(paper, actor)) });
    },
  }),
  route({
    name: 'printDistrictPaper',
    summary: { zh: '打印全区性文件', en: 'Print a paper of the district' },
    method: 'GET',
    path: '/api/programme/{year}/papers/{sha256}',
    access: readersOf('cases'),
    input: { params: ofYear.extend({ sha256: sha256Schema }) },
    output: 'FILE',
    async handle({ params }, ports) {
      const found = await findDistrictPaper(ports, params);
      if (!found.ok) return found;
      const { sha256, kind, title, number, version } = found.value;
      const bytes = await ports.papers.get(sha256);
      return bytes === undefined ? noSuchPaper() : pdfFile(bytes, `${kind}-${title}-${number ?? version}`);
    },
  }),
];
