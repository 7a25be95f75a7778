// GET /api/public/verify/{code}: whether a paper with this code was made here, what must stand on it, and whether it still holds.
import * as z from 'zod';
import { bilingual } from '../../../../domain/api.ts';
import { granted } from '../../../../domain/errors.ts';
import { documentKind } from '../../../../domain/paper/catalogue.ts';
import { type PageName, readableCode, readCode } from '../../../../domain/paper/filing-code.ts';
import { type IssuedPaper, standingOf } from '../../../../domain/paper/issue-register.ts';
import type { Ports } from '../../../../domain/ports.ts';
import { codeInAddress, spokenCode } from '../../../runtime/find-notice.ts';
import { listIssuedPapers } from '../../../runtime/issued-papers.ts';
import { loadProject } from '../../../runtime/load-project.ts';
import { route } from '../../../runtime/route.ts';

const paper = {
  title: bilingual,
  kind: z.string(),
  projectId: z.string(),
  neighbourhood: z.string().optional().describe('Absent for papers of the district as a whole'),
  street: z.string().optional().describe('Code of its street, whose telephone is among the public ones'),
  version: z.int(),
  printing: z.int().optional().describe('2 and more: issued again under the same version'),
  page: z.int(),
  /** Absent where the register of issued papers has no entry: the code alone proves that it was made here. */
  issued: z
    .object({
      number: z.string().optional().describe('文号'),
      issuer: z.string(),
      on: z.string(),
      pages: z.int().describe('How many pages the paper has'),
      fingerprint: z.string().describe('The first eight digits of the SHA-256 of the file'),
    })
    .optional(),
};

const output = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('GENUINE'), ...paper }),
  /** Made here, and no longer in force. */
  z.object({
    verdict: z.literal('VOID'),
    ...paper,
    because: z
      .enum(['REPLACED', 'VOIDED'])
      .describe('By a newer version, or by two persons of the office that issued it'),
    voidedOn: z.string(),
    current: z
      .object({
        version: z.int(),
        printing: z.int().optional(),
        on: z.string(),
        code: z.string().describe('To check its first page by'),
      })
      .optional()
      .describe('The version in force, if there is one'),
  }),
  /** One answer for made up and mistyped ones: nobody learns which it was. */
  z.object({ verdict: z.literal('UNKNOWN') }),
]);

export type Verification = z.input<typeof output>;

export async function verifyPaper(ports: Ports, code: string): Promise<Verification> {
  const reading = readCode(ports.seal, spokenCode(code));
  if (reading.verdict !== 'GENUINE') return { verdict: 'UNKNOWN' };
  const { projectNo, kind, version, printing, page } = reading.page;
  const project = await loadProject(ports, projectNo);
  const issued = await listIssuedPapers(ports, projectNo, kind);
  const standing = standingOf(reading.page, issued);
  // Of a paper in the register all pages are known: one more was never part of it, whatever its code says.
  if (
    standing.status === 'NEVER_ISSUED' &&
    issued.some((each) => each.version === version && each.printing === printing)
  ) {
    return { verdict: 'UNKNOWN' };
  }
  const facts = {
    title: documentKind(kind).title,
    kind,
    projectId: projectNo,
    ...(project && { neighbourhood: project.neighbourhood.name, street: project.neighbourhood.street }),
    version,
    ...(printing !== undefined && { printing }),
    page,
    ...(standing.status !== 'NEVER_ISSUED' && { issued: factsOf(standing.paper) }),
  };
  if (standing.status !== 'VOID') return { verdict: 'GENUINE', ...facts };
  const { on, current, paper: old } = standing;
  return {
    verdict: 'VOID',
    ...facts,
    because: old.voidedOn === undefined ? 'REPLACED' : 'VOIDED',
    voidedOn: on,
    ...(current && {
      current: { ...editionOf(current), on: current.issuedOn, code: firstPageOf(ports, current, reading.page) },
    }),
  };
}

/** Of a paper with a page for each household: the page of the same one. */
const firstPageOf = ({ seal }: Ports, current: IssuedPaper, { page: _, printing: __, ...asked }: PageName): string =>
  codeInAddress(readableCode(seal, { ...asked, ...editionOf(current), page: 1 }));

const editionOf = ({ version, printing }: IssuedPaper) => ({ version, ...(printing !== undefined && { printing }) });

const factsOf = ({ number, issuer, issuedOn, pages, sha256 }: IssuedPaper) => ({
  ...(number !== undefined && { number }),
  issuer,
  on: issuedOn,
  pages,
  fingerprint: sha256.slice(0, 8),
});

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
