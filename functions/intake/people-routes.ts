// A person asks what is held about them, and has it put right; the street does both, and both are written down.
import * as z from 'zod';
import { projectIdSchema } from '../../domain/api.ts';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { unitInput } from '../../domain/projects/funding/book-contributions.ts';
import type { ImportedRoster } from '../../domain/roster/roster-ledger.ts';
import { loadRosterHistory, permitRosterAct } from '../runtime/append-roster-entry.ts';
import { findOwnProject } from '../runtime/own-project.ts';
import { noteOfPersonalData } from '../runtime/privacy-ledger.ts';
import { type Route, route } from '../runtime/route.ts';
import { importedBefore, keepRoster } from './import-roster.ts';
import { heldInRosters, ownerIn, peopleOnly, unitsOf, votesOfUnit } from './people.ts';
import type { OwnerRow, RosterRow } from './read-roster.ts';

const person = { unit: unitInput, name: z.string().trim().min(1).max(60) };
const ofProject = z.strictObject({ id: projectIdSchema });

const exportPerson = route({
  name: 'exportPerson',
  summary: { zh: '导出本人信息', en: 'Everything that is held about one person' },
  // The name is no part of an address, and nothing of the answer is kept for replays.
  method: 'POST',
  path: '/api/projects/{id}/people/export',
  access: ['STREET'],
  secret: true,
  input: { params: ofProject, body: z.strictObject(person) },
  output: z.object({
    rosters: z.array(
      z.object({
        importedAt: z.string(),
        inForce: z.boolean(),
        area: z.string(),
        name: z.string(),
        idNumber: z.string().optional(),
        phone: z.string().optional(),
      }),
    ),
    votes: z.array(z.object({ ballot: z.string(), heldOn: z.string(), vote: z.string(), publishRoom: z.boolean() })),
  }),
  async handle({ params, body, actor, request }, ports) {
    const project = await findOwnProject(ports, params.id, actor);
    if (!project.ok) return project;
    const rosters = await heldInRosters(ports, project.value.neighbourhood.code, body);
    if (rosters.length === 0) return nobodyThere();
    const votes = await votesOfUnit(ports, params.id, body.unit);
    const about = { projectId: params.id, rosters: rosters.length };
    const noted = await noteOfPersonalData(ports, actor, 'export-person', about, request);
    return noted.ok ? granted({ rosters, votes }) : noted;
  },
});

const correctPerson = route({
  name: 'correctPerson',
  summary: { zh: '更正本人信息', en: 'Put right what the roster says of a person' },
  method: 'POST',
  path: '/api/projects/{id}/people/correct',
  access: ['STREET'],
  secret: true,
  input: {
    params: ofProject,
    body: z.strictObject({
      ...person,
      to: z
        .strictObject({
          name: z.string().trim().min(1).max(60).optional(),
          idNumber: z.string().trim().min(1).max(40).optional(),
          phone: z.string().trim().min(1).max(40).optional(),
        })
        .refine(
          (to) => Object.values(to).some((value) => value !== undefined),
          '请填写要更正的内容｜Say what to put right',
        ),
    }),
  },
  output: z.object({ rosterHash: z.string(), seq: z.int() }),
  async handle({ params, body, actor, request }, ports) {
    const project = await findOwnProject(ports, params.id, actor);
    if (!project.ok) return project;
    const { neighbourhood } = project.value;
    const by = { actor, neighbourhood, request };
    const permitted = permitRosterAct('import-roster', by);
    if (!permitted.ok) return permitted;
    const before = await importedBefore(ports, by);
    if (!before.ok) return before;
    if (before.value) return noteCorrection(ports, actor, params.id, before.value, request);
    const inForce = (await loadRosterHistory(ports, neighbourhood.code)).imports.at(-1);
    const units = inForce && (await unitsOf(ports, inForce));
    const meant = units?.find(({ unit }) => unit === body.unit);
    const owner = meant && ownerIn(meant, body);
    if (inForce === undefined || units === undefined || owner === undefined) return nobodyThere();
    // One person with several units is put right in all of them.
    const rows = units.map(({ owners: [first, ...others], titleArea, ...row }): RosterRow => {
      const corrected = (each: typeof first): OwnerRow =>
        each.key === owner.key ? { ...peopleOnly(each), ...given(body.to) } : peopleOnly(each);
      const rest = others.map(corrected);
      return { ...row, ...(titleArea !== undefined && { titleArea }), owners: [corrected(first), ...rest] };
    });
    // The sheet stays the one that was handed in; rolls that were frozen before stay as they were.
    const kept = await keepRoster(ports, { ...by, sha256: inForce.source }, rows);
    return kept.ok ? noteCorrection(ports, actor, params.id, kept.value, request) : kept;
  },
});

/** Also of a correction whose note a crash has cut off. */
async function noteCorrection(
  ports: Ports,
  actor: Actor,
  projectId: string,
  { rosterHash, seq }: ImportedRoster,
  request: string | undefined,
): Promise<Outcome<{ rosterHash: string; seq: number }>> {
  const noted = await noteOfPersonalData(ports, actor, 'correct-person', { projectId, seq }, request);
  return noted.ok ? granted({ rosterHash, seq }) : noted;
}

const given = ({ name, idNumber, phone }: { [Field in keyof OwnerRow]?: string | undefined }): Partial<OwnerRow> => ({
  ...(name !== undefined && { name }),
  ...(idNumber !== undefined && { idNumber }),
  ...(phone !== undefined && { phone }),
});

/** One answer for a wrong unit, a wrong name and data whose time is over. */
const nobodyThere = () =>
  refused('NOT_FOUND', {
    zh: '名册中没有这套房屋的该业主，或其信息已按期销毁；请核对房号和姓名。',
    en: 'The roster has no such owner of this unit, or the data were erased when their time was over: check unit and name.',
  });

export const PEOPLE_ROUTES: readonly Route[] = [exportPerson, correctPerson];
