// The HTTP side of voiding: one person proposes with a reason, another one decides; papers of projects and of the district.
import * as z from 'zod';
import { projectIdSchema, sha256Schema } from '../../domain/api.ts';
import { granted, type Outcome } from '../../domain/errors.ts';
import { type IssuedPaper, registerLedger } from '../../domain/paper/issue-register.ts';
import { VOIDING_DECISIONS, type VoidingDecision } from '../../domain/paper/voiding.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { reasonInput } from '../../domain/projects/act-input.ts';
import { readersOf } from '../../domain/readers-of-page.ts';
import { type Route, route } from '../runtime/route.ts';
import { decideVoiding } from './decide-voiding.ts';
import { findDistrictPaper, findPaper } from './find-paper.ts';
import { type IssuedPaperAnswer, issuedPaperAnswer, issuedPaperSchema } from './issued-paper-answer.ts';
import { proposeVoiding } from './propose-voiding.ts';

const proposal = z.strictObject({ reason: reasonInput });
const decided = z.strictObject({ decision: z.enum(VOIDING_DECISIONS), proposal: z.int().positive() });

interface Asked {
  readonly actor: Actor;
  readonly request: string | undefined;
  find(): Promise<Outcome<IssuedPaper>>;
}

type Step = { readonly reason: string } | { readonly decision: VoidingDecision; readonly proposal: number };

/** Finds, acts, and answers with the paper as it stands then. */
async function step(ports: Ports, { actor, request, find }: Asked, asked: Step): Promise<Outcome<IssuedPaperAnswer>> {
  const found = await find();
  if (!found.ok) return found;
  const voiding = { actor, request, register: registerLedger(found.value.register), paper: found.value };
  const done =
    'reason' in asked
      ? await proposeVoiding(ports, { ...voiding, ...asked })
      : await decideVoiding(ports, { ...voiding, ...asked });
  if (!done.ok) return done;
  const after = await find();
  return after.ok ? granted(issuedPaperAnswer(after.value, actor)) : after;
}

const PROPOSE = { zh: '提出作废文件', en: 'Propose to void a paper' };
const DECIDE = { zh: '确认或不同意作废', en: 'Confirm or decline that a paper is void' };

const OF_PROJECT = '/api/projects/{id}/papers/{sha256}/voiding';
const ofProject = z.strictObject({ id: projectIdSchema, sha256: sha256Schema });
const OF_DISTRICT = '/api/programme/{year}/papers/{sha256}/voiding';
const ofDistrict = z.strictObject({ year: z.string().regex(/^20\d{2}$/), sha256: sha256Schema });

export const VOIDING_ROUTES: readonly Route[] = [
  route({
    name: 'proposeVoiding',
    summary: PROPOSE,
    method: 'POST',
    path: OF_PROJECT,
    access: readersOf('cases'),
    input: { params: ofProject, body: proposal },
    output: issuedPaperSchema,
    handle: ({ params, body, actor, request }, ports) =>
      step(ports, { actor, request, find: () => findPaper(ports, actor, params) }, body),
  }),
  route({
    name: 'decideVoiding',
    summary: DECIDE,
    method: 'POST',
    path: `${OF_PROJECT}/decision`,
    access: readersOf('cases'),
    input: { params: ofProject, body: decided },
    output: issuedPaperSchema,
    handle: ({ params, body, actor, request }, ports) =>
      step(ports, { actor, request, find: () => findPaper(ports, actor, params) }, body),
  }),
  route({
    name: 'proposeDistrictVoiding',
    summary: PROPOSE,
    method: 'POST',
    path: OF_DISTRICT,
    access: ['RENOVATION_OFFICE'],
    input: { params: ofDistrict, body: proposal },
    output: issuedPaperSchema,
    handle: ({ params, body, actor, request }, ports) =>
      step(ports, { actor, request, find: () => findDistrictPaper(ports, params) }, body),
  }),
  route({
    name: 'decideDistrictVoiding',
    summary: DECIDE,
    method: 'POST',
    path: `${OF_DISTRICT}/decision`,
    access: ['RENOVATION_OFFICE'],
    input: { params: ofDistrict, body: decided },
    output: issuedPaperSchema,
    handle: ({ params, body, actor, request }, ports) =>
      step(ports, { actor, request, find: () => findDistrictPaper(ports, params) }, body),
  }),
];
