// The HTTP side of intake: tickets and uploads, rosters, frozen rolls, votes and the spreadsheets to fill in.
import * as z from 'zod';
import { bilingual, projectIdSchema, sha256Schema } from '../../domain/api.ts';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import type { Actor, Neighbourhood } from '../../domain/parties.ts';
import { VOTES } from '../../domain/policy/rules/double-majority.ts';
import type { Ports } from '../../domain/ports.ts';
import { readersOf } from '../../domain/readers-of-page.ts';
import { BALLOTS } from '../../domain/roster/roster-ledger.ts';
import { loadFrozenRoll } from '../runtime/load-frozen-roll.ts';
import { findOwnProject } from '../runtime/own-project.ts';
import { type Route, route } from '../runtime/route.ts';
import { describeUpload } from './describe-upload.ts';
import { findRoom } from './find-room.ts';
import { freezeRoll } from './freeze-roll.ts';
import { importRoster } from './import-roster.ts';
import { importVotes } from './import-votes.ts';
import { PEOPLE_ROUTES } from './people-routes.ts';
import { largestOf, requestUpload } from './request-upload.ts';
import { writeRosterTemplate } from './write-roster-template.ts';
import { writeVotesTemplate } from './write-votes-template.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ofProject = z.strictObject({ id: projectIdSchema });
const totals = {
  units: z.int(),
  households: z.int(),
  area: z.string(),
  titleArea: z.string().nullable(),
  seq: z.int(),
  at: z.string(),
};

const requestUploadRoute = route({
  name: 'requestUpload',
  summary: { zh: '申请上传', en: 'Ask for an upload ticket' },
  method: 'POST',
  path: '/api/uploads',
  access: readersOf('cases'),
  status: 201,
  input: {
    body: z.strictObject({
      name: z.string().max(255).optional().describe('Only its extension is looked at'),
      announced: z
        .strictObject({ bytes: z.int().min(1), sha256: sha256Schema })
        .optional()
        .describe('What the sender knows of the file: nothing else is taken then'),
    }),
  },
  output: z.object({
    uploadId: z.string(),
    url: z.string(),
    fields: z.record(z.string(), z.string()),
    maximumBytes: z.int(),
    expiresAt: z.string(),
  }),
  async handle({ body, actor }, ports) {
    const { name, announced } = body;
    const largest = largestOf(name ?? '');
    if (announced && announced.bytes > largest) return refused('TOO_LARGE', tooLarge(largest));
    const request = { actor, ...(name !== undefined && { name }), ...(announced && { announced }) };
    return granted(await requestUpload(ports, request));
  },
});

const tooLarge = (bytes: number) => {
  const megabytes = Math.floor(bytes / 1_000_000);
  return {
    zh: `文件超过 ${megabytes} MB，请分开扫描后上传`,
    en: `The file is larger than ${megabytes} MB: scan it in parts`,
  };
};

const describeUploadRoute = route({
  name: 'describeUpload',
  summary: { zh: '查看上传结果', en: 'What became of an upload' },
  method: 'GET',
  path: '/api/uploads/{id}',
  access: readersOf('cases'),
  input: { params: z.strictObject({ id: z.string().max(64) }) },
  output: z.object({
    uploadId: z.string(),
    state: z.enum(['EXPECTED', 'STORED', 'REFUSED']),
    sha256: z.string().optional(),
    bytes: z.int().optional(),
    mediaType: z.string().optional(),
    extensionDiffers: z.boolean().optional(),
    firstStoredAt: z.string().nullish(),
    code: z.string().optional(),
    says: bilingual.optional(),
  }),
  async handle({ params, actor }, ports) {
    return describeUpload(ports, { actor, uploadId: params.id });
  },
});

const importRosterRoute = route({
  name: 'importRoster',
  summary: { zh: '导入业主名册', en: 'Import the roster of owners' },
  method: 'POST',
  path: '/api/projects/{id}/rosters',
  access: ['STREET'],
  status: 201,
  input: { params: ofProject, body: z.strictObject({ sha256: sha256Schema }) },
  output: z.object({ rosterHash: z.string(), ...totals }),
  handle: ({ params, body, actor, request }, ports) =>
    inNeighbourhood(ports, params.id, actor, (neighbourhood) =>
      importRoster(ports, { actor, neighbourhood, request, sha256: body.sha256 }),
    ),
});

const freezeRollRoute = route({
  name: 'freezeRoll',
  summary: { zh: '冻结表决名册', en: 'Freeze the roll of a ballot' },
  method: 'POST',
  path: '/api/projects/{id}/rolls',
  access: ['STREET', 'COMMUNITY', 'BODY'],
  status: 201,
  input: { params: ofProject, body: z.strictObject({ ballot: z.enum(BALLOTS) }) },
  output: z.object({ rollHash: z.string(), ballot: z.enum(BALLOTS), rosterSeq: z.int(), ...totals }),
  handle: ({ params, body, actor, request }, ports) =>
    inNeighbourhood(ports, params.id, actor, (neighbourhood) =>
      freezeRoll(ports, { actor, neighbourhood, request, projectId: params.id, ballot: body.ballot }),
    ),
});

const importVotesRoute = route({
  name: 'importVotes',
  summary: { zh: '导入表决意见', en: 'Import the votes of a ballot' },
  method: 'POST',
  path: '/api/projects/{id}/votes',
  access: ['STREET', 'COMMUNITY', 'BODY'],
  status: 201,
  input: { params: ofProject, body: z.strictObject({ sha256: sha256Schema, rollHash: sha256Schema }) },
  output: z.object({
    votesSha256: z.string(),
    counts: z.record(z.enum(VOTES), z.object({ units: z.int(), area: z.string() })),
  }),
  handle: ({ params, body, actor, request }, ports) =>
    inNeighbourhood(ports, params.id, actor, (neighbourhood) =>
      importVotes(ports, { actor, neighbourhood, request, ...body }),
    ),
});

const downloadRosterFormRoute = route({
  name: 'downloadRosterForm',
  summary: { zh: '下载空白名册', en: 'Download the roster to fill in' },
  method: 'GET',
  path: '/api/projects/{id}/forms/roster',
  access: ['STREET', 'COMMUNITY', 'BODY'],
  input: { params: ofProject },
  output: 'FILE',
  handle: ({ params, actor }, ports) =>
    inNeighbourhood(ports, params.id, actor, async () => file('业主名册', await writeRosterTemplate())),
});

const downloadVotesFormRoute = route({
  name: 'downloadVotesForm',
  summary: { zh: '下载表决意见录入表', en: 'Download the sheet to enter votes in' },
  method: 'GET',
  path: '/api/projects/{id}/forms/votes',
  access: ['STREET', 'COMMUNITY', 'BODY'],
  input: { params: ofProject, query: z.strictObject({ rollHash: sha256Schema.optional() }) },
  output: 'FILE',
  handle: ({ params, query, actor }, ports) =>
    inNeighbourhood(ports, params.id, actor, async (neighbourhood) => {
      if (query.rollHash === undefined) {
        return refused('MALFORMED', NO_ROLL, { fields: [{ path: '/rollHash', says: NO_ROLL }] });
      }
      const roll = await loadFrozenRoll(ports, neighbourhood.code, query.rollHash);
      return roll.ok ? file('表决意见', await writeVotesTemplate(roll.value)) : roll;
    }),
});

const NO_ROLL = {
  zh: '请注明是哪一份冻结名册（rollHash）',
  en: 'Say which frozen roll the form is for (rollHash)',
};

const file = (name: string, bytes: Uint8Array) => granted({ bytes, mediaType: XLSX, fileName: `${name}.xlsx` });

async function inNeighbourhood<T>(
  ports: Ports,
  projectId: string,
  actor: Actor,
  act: (neighbourhood: Neighbourhood) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const project = await findOwnProject(ports, projectId, actor);
  return project.ok ? act(project.value.neighbourhood) : project;
}

export const INTAKE_ROUTES: readonly Route[] = [
  requestUploadRoute,
  describeUploadRoute,
  importRosterRoute,
  freezeRollRoute,
  importVotesRoute,
  downloadRosterFormRoute,
  downloadVotesFormRoute,
  ...PEOPLE_ROUTES,
  findRoom,
];
