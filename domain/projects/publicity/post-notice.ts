// The body makes the notice ready: three papers that must hang together, and the places where they will hang (二(三)3, PB-02).
import * as z from 'zod';
import { gateShut, granted } from '../../errors.ts';
import { isPublicityComplete } from '../../policy/rules/publicity.ts';
import { defineAct } from '../act.ts';
import { paperInput } from '../act-input.ts';
import { approvedOn } from '../consent/record.ts';
import { hasReached } from '../states.ts';
import type { Notice } from './record.ts';

export const placeInput = z.string().trim().min(2).max(60);

export const postNoticeInput = z.strictObject({
  documents: z.strictObject({ F3: paperInput.optional(), F4: paperInput.optional(), P2: paperInput.optional() }),
  places: z
    .array(z.strictObject({ place: placeInput, conspicuous: z.boolean() }))
    .min(1)
    .max(100)
    .refine((places) => places.some(({ conspicuous }) => conspicuous), {
      error: '至少一处应为小区内显著位置｜At least one place must be a conspicuous one inside the neighbourhood',
    })
    .refine((places) => new Set(places.map(({ place }) => place)).size === places.length, {
      error: '张贴地点有重复｜A place is named twice',
    }),
});

export const postNotice = defineAct<
  'post-notice',
  z.output<typeof postNoticeInput>,
  undefined,
  { readonly notice: Notice }
>({
  name: 'post-notice',
  title: { zh: '准备公示', en: 'Post notice' },
  step: 3,
  clause: '二(三)3',
  input: postNoticeInput,
  decide({ input, on, pack }) {
    const { F3, F4, P2 } = input.documents;
    const complete = isPublicityComplete({ posted: Object.keys(input.documents) }, on, pack);
    if (F3 === undefined || F4 === undefined || P2 === undefined) return gateShut(complete);
    return granted({ outcome: 'ready', result: { notice: { F3, F4, P2 } }, findings: complete });
  },
  apply(project, { input, result, on }) {
    // Another notice in place of one that hangs already is a changed notice: what hung before counts no more (PB-04).
    const replaces = project.publicity.places.some(({ posted }) => posted !== undefined);
    const notBefore = replaces ? on : approvedOn(project);
    const places = input.places.map((place) => ({ ...place, notBefore }));
    return { ...project, publicity: { ...project.publicity, notice: result.notice, places } };
  },
  outcome: ({ state, publicity }) =>
    hasReached(state, 'PLAN_APPROVED') && publicity.notice !== undefined ? 'ready' : undefined,
});
