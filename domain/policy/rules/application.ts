// Applying for the start: when, by whom, and with which materials; everything missing is named at once.
import type { PlainDate } from '../../calendar/plain-date.ts';
import { type Question, ruleFinding } from '../rule-finding.ts';

export const BODY_KINDS = ['OWNERS_COMMITTEE', 'SELF_GOVERNANCE_GROUP'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

export interface ApplicationTiming {
  readonly submittedOn: PlainDate;
  /** Last counted day of publicity; undefined while the period is open or pending. */
  readonly publicityEndedOn?: PlainDate | undefined;
  readonly openObjections: number;
  readonly filedBy: BodyKind;
}

export const mayApply: Question<ApplicationTiming> = (timing, _on, pack) => {
  const { submittedOn, publicityEndedOn, openObjections, filedBy } = timing;
  const facts = { submittedOn, publicityEndedOn: publicityEndedOn ?? null, openObjections, filedBy };
  if (publicityEndedOn === undefined || submittedOn <= publicityEndedOn) {
    const says = {
      zh: publicityEndedOn === undefined ? '公示期未满' : `公示至 ${publicityEndedOn} 24时，次日起方可申请`,
      en:
        publicityEndedOn === undefined
          ? 'Publicity has not ended'
          : `Publicity ends on ${publicityEndedOn} at 24:00; apply from the next day`,
    };
    return [ruleFinding(pack, 'A-01', { verdict: 'FAIL', code: 'PUBLICITY_NOT_ENDED', says, facts })];
  }
  if (openObjections > 0) {
    const says = {
      zh: `还有 ${openObjections} 件异议没有调解结果`,
      en: `${openObjections} objections are without an outcome`,
    };
    return [ruleFinding(pack, 'A-01', { verdict: 'FAIL', code: 'OBJECTIONS_OPEN', says, facts })];
  }
  if (filedBy === 'SELF_GOVERNANCE_GROUP') {
    const says = {
      zh: '由自治小组申请（条文只写业委会），请街道确认',
      en: 'Filed by a self-governance group, where the text names the committee only: the street confirms',
    };
    return [ruleFinding(pack, 'A-01', { verdict: 'WARN', code: 'FILED_BY_SELF_GOVERNANCE_GROUP', says, facts })];
  }
  const says = { zh: '公示结束，可以申请项目启动', en: 'Publicity has ended; the start may be applied for' };
  return [ruleFinding(pack, 'A-01', { verdict: 'PASS', code: 'MAY_APPLY', says, facts })];
};

/** In the order of the text. M2 is the posted notice F3 under the title of step 4: either title is accepted. */
export const MATERIALS = [
  { code: 'M1', rule: 'A-02', accepted: ['M1'], zh: '改造项目申请表', en: 'application form' },
  { code: 'M2', rule: 'A-03', accepted: ['M2', 'F3'], zh: '业主意见公示书', en: 'notice of opinions' },
  { code: 'M3', rule: 'A-04', accepted: ['M3'], zh: '居民承诺书', en: 'residents’ undertaking' },
  { code: 'M4', rule: 'A-05', accepted: ['M4'], zh: '改造后长效管理方案', en: 'long-term management plan' },
] as const;

export interface ApplicationMaterials {
  /** Codes of the documents handed in. */
  readonly filed: readonly string[];
  /** Further materials that the street has published as required (M5); none by default. */
  readonly otherRequired: readonly string[];
}

/** One finding per material, so that nobody has to come twice. */
export const materialsAreComplete: Question<ApplicationMaterials> = ({ filed, otherRequired }, _on, pack) => {
  const facts = { filed: [...filed] };
  const named = MATERIALS.map(({ code, rule, accepted, zh, en }) => {
    const present = accepted.some((title) => filed.includes(title));
    return ruleFinding(pack, rule, {
      verdict: present ? 'PASS' : 'FAIL',
      code: present ? 'MATERIAL_FILED' : 'MATERIAL_MISSING',
      says: present ? { zh: `已交${zh}`, en: `Filed: ${en}` } : { zh: `缺${zh}`, en: `Missing: ${en}` },
      facts,
      figures: { material: code },
    });
  });
  const missing = otherRequired.filter((material) => !filed.includes(material));
  const others = ruleFinding(pack, 'A-06', {
    verdict: missing.length === 0 ? 'PASS' : 'FAIL',
    code: missing.length === 0 ? 'OTHER_MATERIALS_FILED' : 'MATERIAL_MISSING',
    says:
      missing.length === 0
        ? { zh: '其他必要材料无缺', en: 'No other required material is missing' }
        : {
            zh: `缺其他必要材料：${missing.join('、')}`,
            en: `Other required materials missing: ${missing.join(', ')}`,
          },
    facts,
    figures: { otherRequired: [...otherRequired], missing },
  });
  return [...named, others];
};
