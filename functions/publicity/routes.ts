// What residents can do with the code on a poster: read the notice, and object with the code of their own unit.
import * as z from 'zod';
import { granted } from '../../domain/errors.ts';
import { readableCode } from '../../domain/paper/filing-code.ts';
import { unitCode } from '../../domain/paper/unit-code.ts';
import { findNotice } from '../runtime/find-notice.ts';
import { printingInForce } from '../runtime/issued-papers.ts';
import { loadFrozenRoll } from '../runtime/load-frozen-roll.ts';
import { findOwnProject } from '../runtime/own-project.ts';
import { type Route, route } from '../runtime/route.ts';
import { objectionInput, takeObjection } from './take-objection.ts';

const params = z.strictObject({ code: z.string().min(10).max(80) });
const counted = z.object({ total: z.string(), agreed: z.string(), required: z.string() });

const readNotice = route({
  name: 'readNotice',
  summary: { zh: '查看公示', en: 'Read a public notice' },
  method: 'GET',
  path: '/api/public/notices/{code}',
  access: 'PUBLIC',
  input: { params },
  output: z.object({
    projectId: z.string(),
    neighbourhood: z.string(),
    planVersion: z.int(),
    households: counted,
    area: counted,
    places: z.array(z.string()),
    postedOn: z.string().optional(),
    endsOn: z.string().optional(),
    opensAt: z.string().optional(),
  }),
  async handle({ params: { code } }, ports) {
    const found = await findNotice(ports, code);
    if (!found.ok) return found;
    const { projectId, neighbourhood, consent, publicity } = found.value;
    const { tally, planVersion = 0 } = consent.planBallot ?? {};
    const { runsFrom, endsOn, opensAt, places } = publicity;
    return granted({
      projectId,
      neighbourhood: neighbourhood.name,
      planVersion,
      households: textOf(tally?.households),
      area: textOf(tally?.area),
      places: places.map(({ place }) => place),
      ...(runsFrom && { postedOn: runsFrom }),
      ...(endsOn && { endsOn }),
      ...(opensAt && { opensAt }),
    });
  },
});

const textOf = (counts?: { total: number | string; agreed: number | string; required: number | string }) => ({
  total: String(counts?.total ?? ''),
  agreed: String(counts?.agreed ?? ''),
  required: String(counts?.required ?? ''),
});

const objectToNotice = route({
  name: 'objectToNotice',
  summary: { zh: '提出异议', en: 'Object to a notice' },
  method: 'POST',
  path: '/api/public/notices/{code}/objections',
  access: 'PUBLIC',
  status: 201,
  input: {
    params,
    body: objectionInput,
  },
  output: z.object({ objectionId: z.string(), receivedAt: z.string(), neighbourhood: z.string() }),
  handle: ({ params: { code }, body, request }, ports) => takeObjection(ports, code, body, request),
});

const listUnitCodes = route({
  name: 'listUnitCodes',
  summary: { zh: '单元码一览', en: 'Codes of the units, for the slips' },
  method: 'GET',
  path: '/api/projects/{id}/unit-codes',
  access: ['BODY'],
  input: { params: z.strictObject({ id: z.string() }) },
  output: z.object({
    noticeCode: z.string(),
    units: z.array(z.object({ unit: z.string(), code: z.string() })),
  }),
  async handle({ params: { id }, actor }, ports) {
    const project = await findOwnProject(ports, id, actor);
    if (!project.ok) return project;
    const { projectId, neighbourhood, consent } = project.value;
    const { rollHash, planVersion } = consent.planBallot ?? { rollHash: '', planVersion: 0 };
    const roll = await loadFrozenRoll(ports, neighbourhood.code, rollHash);
    if (!roll.ok) return roll;
    const notice = { projectNo: projectId, kind: 'F3', version: planVersion, page: 1 } as const;
    const printing = await printingInForce(ports, notice);
    return granted({
      noticeCode: readableCode(ports.seal, { ...notice, ...(printing !== undefined && { printing }) }),
      units: roll.value.units.map(({ unit }) => ({ unit, code: unitCode(ports.seal, rollHash, unit) })),
    });
  },
});

export const PUBLICITY_ROUTES: readonly Route[] = [readNotice, objectToNotice, listUnitCodes];
