// The HTTP side of sign sheets: rows to confirm, votes to count, what is still to be collected.
import * as z from 'zod';
import { projectIdSchema, sha256Schema } from '../../../domain/api.ts';
import { confirmedRow } from '../../../domain/paper/filing/row-confirmation.ts';
import { CONSENT_READINGS, OPINION_READINGS, SIGNATURE_READINGS } from '../../../domain/paper/filing/row-reading.ts';
import { VOTE_NOTES, type VoteNoteCode } from '../../../domain/paper/filing/votes-of-sheets.ts';
import { VOTES } from '../../../domain/policy/rules/double-majority.ts';
import { type Route, route } from '../../runtime/route.ts';
import { confirmCells, listCells } from './confirm-cells.ts';
import { countSheets, countStillNeeded } from './count-sheets.ts';

const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
const ofPage = z.strictObject({ id: z.string().max(80) });
const ofProject = z.strictObject({ id: projectIdSchema });
const ofRoll = z.strictObject({ rollHash: sha256Schema });

const listedCells = z.object({
  pageId: z.string(),
  revision: z.int(),
  rows: listOf(
    z.object({
      no: z.int(),
      unit: z.string().nullable(),
      proposed: z.object({
        signature: z.enum(SIGNATURE_READINGS),
        opinion: z.enum(OPINION_READINGS),
        publishRoom: z.enum(CONSENT_READINGS),
      }),
      strip: z.string().nullable(),
      standing: z.enum(['UNCONFIRMED', 'SECOND_NEEDED', 'DISPUTED', 'SETTLED']),
      confirmedByMe: z.boolean(),
    }),
  ),
});

const COUNTERS = ['STREET', 'COMMUNITY', 'BODY'] as const;

const listCellsRoute = route({
  name: 'listCells',
  summary: { zh: '列出签字格', en: 'The rows of a sign sheet' },
  method: 'GET',
  path: '/api/pages/{id}/cells',
  access: COUNTERS,
  input: { params: ofPage },
  output: listedCells,
  handle: ({ params, actor }, ports) => listCells(ports, { actor, pageId: params.id }),
});

const confirmCellsRoute = route({
  name: 'confirmCells',
  summary: { zh: '确认签字格', en: 'Confirm rows of a sign sheet' },
  method: 'POST',
  path: '/api/pages/{id}/cells',
  access: COUNTERS,
  input: {
    params: ofPage,
    body: z.strictObject({
      rows: z
        .array(z.strictObject({ no: z.int().positive(), ...confirmedRow.shape }))
        .min(1)
        .max(60),
    }),
  },
  output: listedCells,
  handle: ({ params, body, actor }, ports) =>
    confirmCells(ports, { actor, pageId: params.id, rows: body.rows.map(({ no, ...row }) => ({ no, row })) }),
});

const countSheetsRoute = route({
  name: 'countSheets',
  summary: { zh: '由签字表生成表决意见', en: 'Make the votes of a ballot from its sheets' },
  method: 'POST',
  path: '/api/projects/{id}/sheets/count',
  access: COUNTERS,
  status: 201,
  input: { params: ofProject, body: ofRoll },
  output: z.object({
    votesSha256: z.string(),
    counts: z.record(z.enum(VOTES), z.object({ units: z.int(), area: z.string() })),
    notes: listOf(
      z.object({ code: z.enum(Object.keys(VOTE_NOTES) as VoteNoteCode[]), pageId: z.string(), no: z.int() }),
    ),
  }),
  handle: ({ params, body, actor }, ports) => countSheets(ports, { actor, projectId: params.id, ...body }),
});

const stillNeededRoute = route({
  name: 'countStillNeeded',
  summary: { zh: '还差多少户、多少面积', en: 'What is still to be collected' },
  method: 'GET',
  path: '/api/projects/{id}/sheets/still-needed',
  access: COUNTERS,
  input: { params: ofProject, query: ofRoll },
  output: z.object({
    passed: z.boolean(),
    unconfirmed: z.int(),
    households: z.object({ agreed: z.int(), required: z.int(), missing: z.int() }),
    area: z.object({ agreed: z.string(), required: z.string(), missing: z.string() }),
    buildings: listOf(
      z.object({
        building: z.string(),
        units: z.int(),
        agreed: z.int(),
        notReturned: z.int(),
        area: z.string(),
        areaAgreed: z.string(),
        areaNotReturned: z.string(),
      }),
    ),
  }),
  handle: ({ params, query, actor }, ports) => countStillNeeded(ports, { actor, projectId: params.id, ...query }),
});

export const SHEET_ROUTES: readonly Route[] = [listCellsRoute, confirmCellsRoute, countSheetsRoute, stillNeededRoute];
