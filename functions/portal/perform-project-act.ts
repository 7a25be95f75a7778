// POST /api/projects/{id}/acts/{act}: one act on one project, by If-Match on the seq that the actor has seen.
import * as z from 'zod';
import { performedSchema, projectIdSchema } from '../../domain/api.ts';
import { granted, refused } from '../../domain/errors.ts';
import { isActName } from '../../domain/projects/act-names.ts';
import type { ActTable } from '../runtime/human-act.ts';
import { performAct } from '../runtime/perform-act.ts';
import { type Route, route } from '../runtime/route.ts';
import { viewOf } from './project-view.ts';

/** The route over the acts that a composition root offers. */
export const performProjectAct = (acts: ActTable): Route =>
  route({
    name: 'performProjectAct',
    summary: { zh: '办理事项', en: 'Perform an act' },
    method: 'POST',
    path: '/api/projects/{id}/acts/{act}',
    access: 'SIGNED_IN',
    ifMatch: true,
    input: {
      params: z.strictObject({ id: projectIdSchema, act: z.string().max(60) }),
      body: z.record(z.string(), z.unknown()),
    },
    output: performedSchema,
    async handle({ params, body, actor, expectedSeq, request }, ports) {
      const human = isActName(params.act) ? acts[params.act] : undefined;
      if (human === undefined) {
        return refused('NOT_FOUND', {
          zh: '没有这个事项，请查看 /api/openapi.json 中的事项名称。',
          en: 'There is no such act; see the names of acts in /api/openapi.json.',
        });
      }
      const done = await performAct(ports, human, { projectId: params.id, actor, input: body, expectedSeq, request });
      if (!done.ok) return done;
      const { project, entry, outcome, findings, replayed } = done.value;
      return granted({
        outcome,
        result: entry.payload.result as Record<string, unknown>,
        findings: findings as z.input<typeof performedSchema>['findings'],
        seq: entry.seq,
        replayed,
        project: viewOf(project, actor),
      });
    },
  });
