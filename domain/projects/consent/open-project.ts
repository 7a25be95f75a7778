// Opens the ledger of a project: a neighbourhood of the street enters the pool (二(一), 二(三)1).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';

export const neighbourhoodInput = z
  .strictObject({
    name: z.string().trim().min(2).max(60),
    /** Community code, dash, two digits: `330302001003-01`. */
    code: z.string().regex(/^\d{12}-\d{2}$/),
    community: z.string().regex(/^\d{12}$/),
    street: z.string().regex(/^\d{9}$/),
  })
  .refine(({ code, community }) => code.startsWith(`${community}-`), {
    path: ['code'],
    params: { problem: 'NOT_IN_COMMUNITY' },
  })
  .refine(({ community, street }) => community.startsWith(street), {
    path: ['community'],
    params: { problem: 'NOT_IN_STREET' },
  });

export const openProjectInput = z.strictObject({ neighbourhood: neighbourhoodInput });

export const openProject = defineAct<'open-project', z.infer<typeof openProjectInput>, undefined, Nothing>({
  name: 'open-project',
  title: { zh: '小区入库', en: 'Open project' },
  step: 1,
  clause: '二(三)1',
  input: openProjectInput,
  decide: () => granted({ outcome: 'opened', result: NOTHING, findings: [] }),
  // The fold has made the project from the opening entry already.
  apply: (project) => project,
});
