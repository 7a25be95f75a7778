// The words of petitions: into the vault, and out of it to those who answer them, never to anybody else.
import * as z from 'zod';
import { projectIdSchema, sha256Schema } from '../../domain/api.ts';
import { granted, refused } from '../../domain/errors.ts';
import { findOwnProject } from '../runtime/own-project.ts';
import { noteOfPersonalData } from '../runtime/privacy-ledger.ts';
import { type Route, route } from '../runtime/route.ts';
import { putLetter, takeLetter } from './letters-in-vault.ts';

const ANSWERERS = ['PETITION_BUREAU', 'STREET'] as const;

const putLetterRoute = route({
  name: 'putPetitionLetter',
  summary: { zh: '信访件存入保密库', en: 'Put the words of a petition or its answer into the vault' },
  method: 'POST',
  path: '/api/projects/{id}/petition-letters',
  access: ANSWERERS,
  status: 201,
  // The words name people: nothing of the request is kept for replays.
  secret: true,
  input: {
    params: z.strictObject({ id: projectIdSchema }),
    body: z.strictObject({ text: z.string().trim().min(2).max(20_000) }),
  },
  output: z.object({ sha256: sha256Schema }),
  async handle({ params, body, actor }, ports) {
    const project = await findOwnProject(ports, params.id, actor);
    if (!project.ok) return project;
    return granted({ sha256: await putLetter(ports, params.id, body.text) });
  },
});

const readLetterRoute = route({
  name: 'readPetitionLetter',
  summary: { zh: '查看信访件', en: 'Read the words of a petition, or its answer' },
  method: 'GET',
  path: '/api/projects/{id}/petitions/{no}/{letter}',
  access: ANSWERERS,
  input: {
    params: z.strictObject({
      id: projectIdSchema,
      no: z.coerce.number().int().positive(),
      letter: z.enum(['text', 'answer']),
    }),
  },
  output: z.object({ text: z.string() }),
  async handle({ params: { id, no, letter }, actor }, ports) {
    const project = await findOwnProject(ports, id, actor);
    if (!project.ok) return project;
    const petition = project.value.programme.petitions.find((registered) => registered.no === no);
    const sha256 = petition?.[letter];
    if (sha256 === undefined) {
      return refused('NOT_FOUND', { zh: '没有这一信访件。', en: 'There is no such letter.' });
    }
    const text = await takeLetter(ports, sha256);
    if (!text.ok) return text;
    await noteOfPersonalData(ports, actor, 'view', { projectId: id, petition: no, letter });
    return granted({ text: text.value });
  },
});

export const PETITION_ROUTES: readonly Route[] = [putLetterRoute, readLetterRoute];
