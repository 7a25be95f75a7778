// A shared facility goes to its specialised unit when the unit and the employer have both accepted it (二(三)8).
import * as z from 'zod';
import type { Bilingual } from '../../bilingual.ts';
import { granted, refused } from '../../errors.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, notAhead, paperInput } from '../act-input.ts';

export const UTILITY_KINDS = ['WATER', 'POWER', 'GAS', 'HEAT', 'TELECOM', 'CABLE_TV'] as const;
export type UtilityKind = (typeof UTILITY_KINDS)[number];

const FACILITIES = {
  WATER: { zh: '供水', en: 'water' },
  POWER: { zh: '供电', en: 'power' },
  GAS: { zh: '供气', en: 'gas' },
  HEAT: { zh: '供热', en: 'heat' },
  TELECOM: { zh: '通信', en: 'telecom' },
  CABLE_TV: { zh: '有线电视', en: 'cable television' },
} as const satisfies Record<UtilityKind, Bilingual>;

export const transferUtilityInput = z.strictObject({
  kind: z.enum(UTILITY_KINDS),
  acceptedOn: dayInput,
  unitResult: z.enum(['PASS', 'FAIL']),
  employerResult: z.enum(['PASS', 'FAIL']),
  /** 专业设施共同验收移交单, signed by both. */
  record: paperInput,
  /** Decision of the owners' assembly; advice of 浙江省物业管理条例 42, no condition. */
  ownersDecision: paperInput.optional(),
});

export const transferUtility = defineAct<'transfer-utility', z.infer<typeof transferUtilityInput>, undefined, Nothing>({
  name: 'transfer-utility',
  title: { zh: '移交专业设施', en: 'Transfer utility' },
  step: 8,
  clause: '二(三)8',
  input: transferUtilityInput,
  decide({ project, input, on, pack }) {
    const past = notAhead(on, [['/acceptedOn', input.acceptedOn]]);
    if (!past.ok) return past;
    const { kind, unitResult, employerResult } = input;
    const { zh, en } = FACILITIES[kind];
    if (project.works.utilities[kind]) {
      return refused('NOT_NOW', {
        zh: `${zh}设施已经移交。`,
        en: `The ${en} facilities have been transferred already.`,
      });
    }
    const passed = unitResult === 'PASS' && employerResult === 'PASS';
    const accepted = ruleFinding(pack, 'H-02', {
      verdict: passed ? 'PASS' : 'FAIL',
      code: passed ? 'UTILITY_TRANSFERRED' : 'UTILITY_NOT_ACCEPTED',
      says: passed
        ? { zh: `${zh}设施共同验收合格，由专业单位管理`, en: `Accepted by both: the unit manages the ${en} facilities` }
        : { zh: `${zh}设施共同验收未合格，不得移交`, en: `The ${en} facilities are not accepted by both: no transfer` },
      facts: { kind, unitResult, employerResult },
    });
    const findings = input.ownersDecision ? [accepted] : [accepted, ownersDecisionAdvised(pack)];
    return granted({ outcome: passed ? 'transferred' : 'not-accepted', result: NOTHING, findings });
  },
  apply(project, { outcome, input }) {
    if (outcome !== 'transferred') return project;
    const utilities = { ...project.works.utilities, [input.kind]: input.acceptedOn };
    return { ...project, works: { ...project.works, utilities } };
  },
});

const ownersDecisionAdvised = (pack: RulePack): Finding =>
  ruleFinding(pack, 'H-02', {
    verdict: 'WARN',
    code: 'OWNERS_DECISION_ADVISED',
    says: {
      zh: '提示：浙江省物业管理条例第四十二条要求业主大会决定移交',
      en: 'Advice: article 42 of the Zhejiang property regulations has the owners’ assembly decide on the transfer',
    },
  });
