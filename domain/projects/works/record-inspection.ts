// An inspection of the site: the three “in place” of every participating unit, quality, safety, civilised site (二(三)6).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, notAhead, paperInput } from '../act-input.ts';

const PARTICIPANTS = {
  DESIGNER: { zh: '设计单位', en: 'the designer' },
  CONTRACTOR: { zh: '施工单位', en: 'the contractor' },
  SUPERVISOR: { zh: '监理单位', en: 'the supervisor' },
} as const;

/** 管理人员到位、责任到位、验收到位 */
const IN_PLACE = {
  staff: { zh: '管理人员', en: 'staff' },
  responsibility: { zh: '责任', en: 'responsibility' },
  acceptance: { zh: '验收', en: 'acceptance' },
} as const;

const SITE = {
  quality: { zh: '工程质量', en: 'quality' },
  safety: { zh: '安全生产', en: 'safety' },
  civilisedSite: { zh: '文明施工', en: 'civilised site' },
} as const;

export const recordInspectionInput = z.strictObject({
  inspectedOn: dayInput,
  units: z
    .array(
      z.strictObject({
        unit: z.enum(['DESIGNER', 'CONTRACTOR', 'SUPERVISOR']),
        staff: z.boolean(),
        responsibility: z.boolean(),
        acceptance: z.boolean(),
      }),
    )
    .min(1)
    .max(20),
  quality: z.boolean(),
  safety: z.boolean(),
  civilisedSite: z.boolean(),
  sheet: paperInput,
});

type Inspection = z.infer<typeof recordInspectionInput>;

export const recordInspection = defineAct<'record-inspection', Inspection, undefined, Nothing>({
  name: 'record-inspection',
  title: { zh: '记录现场检查', en: 'Record inspection' },
  step: 6,
  clause: '二(三)6',
  input: recordInspectionInput,
  decide({ input, on, pack }) {
    const past = notAhead(on, [['/inspectedOn', input.inspectedOn]]);
    if (!past.ok) return past;
    const findings = [...input.units.map((unit) => unitIsInPlace(unit, pack)), siteIsInOrder(input, pack)];
    const outcome = findings.every(({ verdict }) => verdict === 'PASS') ? 'in-order' : 'rectify';
    return granted({ outcome, result: NOTHING, findings });
  },
  // What an inspection found stands in the ledger; it opens no gate and shuts none.
  apply: (project) => project,
});

function unitIsInPlace(inspected: Inspection['units'][number], pack: RulePack): Finding {
  const { zh, en } = PARTICIPANTS[inspected.unit];
  const lacking = (['staff', 'responsibility', 'acceptance'] as const).filter((check) => !inspected[check]);
  const inPlace = lacking.length === 0;
  return ruleFinding(pack, 'SU-01', {
    verdict: inPlace ? 'PASS' : 'WARN',
    code: inPlace ? 'ALL_IN_PLACE' : 'NOT_IN_PLACE',
    says: inPlace
      ? { zh: `${zh}人员、责任、验收到位`, en: `Staff, responsibility and acceptance of ${en} are in place` }
      : {
          zh: `${zh}未到位：${lacking.map((check) => IN_PLACE[check].zh).join('、')}`,
          en: `Not in place at ${en}: ${lacking.map((check) => IN_PLACE[check].en).join(', ')}`,
        },
    facts: inspected,
  });
}

function siteIsInOrder({ quality, safety, civilisedSite }: Inspection, pack: RulePack): Finding {
  const inspected = { quality, safety, civilisedSite };
  const lacking = (['quality', 'safety', 'civilisedSite'] as const).filter((check) => !inspected[check]);
  const inOrder = lacking.length === 0;
  return ruleFinding(pack, 'SU-06', {
    verdict: inOrder ? 'PASS' : 'WARN',
    code: inOrder ? 'SITE_IN_ORDER' : 'SITE_TO_RECTIFY',
    says: inOrder
      ? { zh: '工程质量、安全生产、文明施工符合要求', en: 'Quality, safety and civilised site are in order' }
      : {
          zh: `须整改：${lacking.map((check) => SITE[check].zh).join('、')}`,
          en: `To be rectified: ${lacking.map((check) => SITE[check].en).join(', ')}`,
        },
    facts: inspected,
  });
}
