// The works start when every approval of 二(四)1–5 is there; everything that is missing is named at once (二(三)5).
import * as z from 'zod';
import type { Bilingual } from '../../bilingual.ts';
import { gateShut, granted } from '../../errors.ts';
import { type Finding, failures } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import type { RuleId } from '../../policy/rule-catalogue.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, notAhead } from '../act-input.ts';
import { moveTo, type Project } from '../project.ts';
import { hasReached } from '../states.ts';

export const startWorksInput = z.strictObject({ startedOn: dayInput });

export const startWorks = defineAct<'start-works', z.infer<typeof startWorksInput>, undefined, Nothing>({
  name: 'start-works',
  title: { zh: '开工', en: 'Start works' },
  step: 5,
  clause: '二(三)5',
  input: startWorksInput,
  decide({ project, input, on, pack }) {
    const past = notAhead(on, [['/startedOn', input.startedOn]]);
    if (!past.ok) return past;
    const findings = readiness(project, pack);
    if (failures(findings).length > 0) return gateShut(findings);
    return granted({ outcome: 'started', result: NOTHING, findings });
  },
  apply: (project, { input, at }) =>
    moveTo({ ...project, works: { ...project.works, startedOn: input.startedOn } }, 'UNDER_CONSTRUCTION', at),
  outcome: ({ state }) => (hasReached(state, 'UNDER_CONSTRUCTION') ? 'started' : undefined),
});

interface Condition extends Bilingual {
  readonly rule: RuleId;
  readonly met: (project: Project) => boolean;
}

/** These and no others: the text does not ask for more before the works. */
const CONDITIONS: readonly Condition[] = [
  {
    rule: 'AP-02',
    zh: '可行性研究报告批复',
    en: 'approval of the feasibility study',
    met: ({ approvals }) => approvals.feasibilityStudy?.status === 'APPROVED',
  },
  {
    rule: 'AP-02',
    zh: '初步设计及概算批复',
    en: 'approval of the preliminary design',
    met: ({ approvals }) => approvals.preliminaryDesign?.status === 'APPROVED',
  },
  {
    rule: 'AP-03',
    zh: '方案联审会议纪要',
    en: 'minutes of the joint review',
    met: ({ approvals }) => approvals.jointReview.result === 'PASSED',
  },
  {
    rule: 'AP-04',
    zh: '施工图自审备案',
    en: 'filing of the drawings',
    met: ({ approvals }) => approvals.drawings !== undefined,
  },
  {
    rule: 'AP-06',
    zh: '施工许可',
    en: 'permit',
    met: ({ approvals }) => approvals.permit?.status === 'GRANTED',
  },
  {
    rule: 'AP-07',
    zh: '工程发包记录',
    en: 'record of the tender',
    met: ({ approvals }) => approvals.tender !== undefined,
  },
];

function readiness(project: Project, pack: RulePack): readonly Finding[] {
  const conditions = CONDITIONS.map(({ rule, zh, en, met }) =>
    met(project)
      ? ruleFinding(pack, rule, { verdict: 'PASS', code: 'READY', says: { zh: `已有${zh}`, en: `there: ${en}` } })
      : ruleFinding(pack, rule, { verdict: 'FAIL', code: 'MISSING', says: { zh: `缺${zh}`, en: `missing: ${en}` } }),
  );
  return [...conditions, platformIsThere(project, pack)];
}

/** A platform before the works is recommended, no condition of them. */
function platformIsThere({ works }: Project, pack: RulePack): Finding {
  return works.sitePlatform
    ? ruleFinding(pack, 'SU-02', {
        verdict: 'PASS',
        code: 'SITE_PLATFORM_THERE',
        says: { zh: '已建立现场沟通协调平台', en: 'the platform on site is there' },
      })
    : ruleFinding(pack, 'SU-02', {
        verdict: 'WARN',
        code: 'SITE_PLATFORM_MISSING',
        says: { zh: '宜先建立现场沟通协调平台', en: 'better with the platform on site first' },
      });
}
