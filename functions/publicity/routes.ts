// What residents can do with the code on a poster: read the notice, and object with the code of their own unit.
import * as z from 'zod';
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { canonicalJson } from '../../domain/json.ts';
import { readableCode } from '../../domain/paper/filing-code.ts';
import { findUnit, unitCode, unitHash } from '../../domain/paper/unit-code.ts';
import type { Ports } from '../../domain/ports.ts';
import type { Project } from '../../domain/projects/project.ts';
import { RAISED_BY } from '../../domain/projects/publicity/file-objection.ts';
import { loadFrozenRoll } from '../runtime/load-frozen-roll.ts';
import { findOwnProject } from '../runtime/own-project.ts';
import { performAct } from '../runtime/perform-act.ts';
import { type Route, route } from '../runtime/route.ts';
import { fileObjection } from './file-objection.ts';
import { findNotice } from './find-notice.ts';

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
    body: z.strictObject({
      unitCode: z.string().trim().min(8, '请填写单元码条上的编码｜Give the code on the slip').max(20),
      raisedBy: z.enum(RAISED_BY).default('OWNER'),
      words: z.string().trim().min(2, '请写明异议｜Say what you object to').max(2000),
      contact: z.string().trim().max(60).optional(),
    }),
  },
  output: z.object({ objectionId: z.string(), receivedAt: z.string(), neighbourhood: z.string() }),
  async handle({ params: { code }, body }, ports) {
    const found = await findNotice(ports, code);
    if (!found.ok) return found;
    const unit = await unitOf(ports, found.value, body.unitCode);
    if (!unit.ok) return unit;
    const at = ports.clock.now();
    const objectionId = ports.newId();
    const { unitCode: _, ...written } = body;
    const bytes = Buffer.from(canonicalJson({ objectionId, unit: unit.value, at, ...written }), 'utf8');
    const paper = await ports.papers.put(bytes, { mediaType: 'application/json', paperClass: 'VAULT', storedAt: at });
    const { code: neighbourhoodCode, name } = found.value.neighbourhood;
    const hash = unitHash(ports.seal, neighbourhoodCode, unit.value);
    const performed = await performAct(ports, fileObjection, {
      projectId: found.value.projectId,
      actor: { role: 'RESIDENT', id: hash, unit: neighbourhoodCode },
      input: { objectionId, unit: hash, raisedBy: body.raisedBy, raisedOn: dateInShanghai(at), paper: paper.sha256 },
    });
    return performed.ok ? granted({ objectionId, receivedAt: at, neighbourhood: name }) : performed;
  },
});

async function unitOf(ports: Ports, { neighbourhood, consent }: Project, typed: string): Promise<Outcome<string>> {
  const rollHash = consent.planBallot?.rollHash ?? '';
  const roll = await loadFrozenRoll(ports, neighbourhood.code, rollHash);
  if (!roll.ok) return roll;
  const unit = findUnit(
    ports.seal,
    rollHash,
    roll.value.units.map((each) => each.unit),
    typed,
  );
  if (unit !== undefined) return granted(unit);
  const says = { zh: '单元码不正确，请按码条逐字核对', en: 'The unit code is not right: compare it with your slip' };
  return refused('MALFORMED', says, { fields: [{ path: '/unitCode', says }] });
}

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
    return granted({
      noticeCode: readableCode(ports.seal, { projectNo: projectId, kind: 'F3', version: planVersion, page: 1 }),
      units: roll.value.units.map(({ unit }) => ({ unit, code: unitCode(ports.seal, rollHash, unit) })),
    });
  },
});

export const PUBLICITY_ROUTES: readonly Route[] = [readNotice, objectToNotice, listUnitCodes];
