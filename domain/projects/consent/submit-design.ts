// The preliminary design for residents: five parts, items by aspect and category, and the estimate that owners will vote on (二(三)2).
import { Fault, gateShut, granted } from '../../errors.ts';
import { decimalOf, printAmount, roundToFen } from '../../money/money.ts';
import { failures } from '../../policy/finding.ts';
import type { Category } from '../../policy/parameters/local.ts';
import { type ContentFacts, contentIsSound, costsByCategory } from '../../policy/rules/content.ts';
import { designIsComplete } from '../../policy/rules/design-completeness.ts';
import { computeFunding, printFunding } from '../../policy/rules/funding.ts';
import { defineAct } from '../act.ts';
import { notAhead } from '../act-input.ts';
import { moveTo, type Project } from '../project.ts';
import { hasReached } from '../states.ts';
import { findDesignBases } from './design-bases.ts';
import { type DesignInput, designInput } from './design-input.ts';
import type { PlanFunding, RenovationPlan } from './record.ts';

export interface DesignResult {
  readonly version: number;
  readonly direct: Readonly<Record<Category, string>>;
  readonly funding: PlanFunding;
  /** Base per square metre for show, two decimals; the cap is compared as amounts (F-07). */
  readonly perSquareMetre: string;
  readonly byCategory: readonly {
    readonly category: Category;
    readonly investment: string;
    readonly selfRaised: string;
  }[];
}

export const submitDesign = defineAct<'submit-design', DesignInput, undefined, DesignResult>({
  name: 'submit-design',
  title: { zh: '提交初步设计方案', en: 'Submit design' },
  step: 2,
  clause: '二(三)2',
  input: designInput,
  decide({ project, input, on, pack }) {
    const ahead = notAhead(on, [['/designedOn', input.designedOn]]);
    if (!ahead.ok) return ahead;
    const content = contentFacts(project, input);
    const gate = [...designIsComplete(input, on, pack), ...contentIsSound(content, on, pack)];
    if (failures(gate).length > 0) return gateShut(gate);
    const direct = costsByCategory(content.items);
    const funding = computeFunding(
      {
        stage: 'ESTIMATE',
        direct,
        otherCosts: decimalOf(input.otherCosts),
        contingency: decimalOf(input.contingency),
        areaByPropertyRight: decimalOf(input.titleArea),
        excluded: input.excluded.map((item) => ({ ...item, cost: decimalOf(item.cost) })),
      },
      on,
      pack,
    );
    return granted({
      outcome: 'ready',
      result: {
        version: (project.consent.plan?.version ?? 0) + 1,
        direct: printDirect(direct),
        funding: printFunding(funding),
        perSquareMetre: printAmount(roundToFen(funding.perSquareMetre)),
        byCategory: funding.byCategory.map(({ category, investment, selfRaised }) => ({
          category,
          investment: printAmount(investment),
          selfRaised: printAmount(selfRaised),
        })),
      },
      findings: [...gate, ...findDesignBases(input.basedOn, pack), ...funding.findings],
    });
  },
  apply(project, { input, result: { version, direct, funding }, at }) {
    const { document, otherCosts, contingency, titleArea } = input;
    const plan: RenovationPlan = { version, document, direct, otherCosts, contingency, titleArea, funding };
    return { ...moveTo(project, 'DESIGN_READY', at), consent: { ...project.consent, plan } };
  },
  outcome: ({ state }) => (hasReached(state, 'DESIGN_READY') ? 'ready' : undefined),
});

function contentFacts({ projectId, consent }: Project, input: DesignInput): ContentFacts {
  if (consent.eligibility === undefined) throw new Fault('CORRUPT', `${projectId} is designed unsurveyed`);
  return {
    items: input.items.map(({ id, aspect, category, directCost, cosmetic }) => ({
      id,
      aspect,
      category,
      cost: decimalOf(directCost),
      cosmetic,
    })),
    // A plan handed in takes the place of the one before (一小区一方案).
    currentPlans: 1,
    renovatedBefore: consent.eligibility.renovatedBefore,
    chosen: input.items.filter(({ chosen }) => chosen).map(({ id }) => id),
    mandatoryNeedsMet: input.mandatoryNeedsMet,
    designedTogether: input.designedTogether,
  };
}

const printDirect = (direct: ReturnType<typeof costsByCategory>): DesignResult['direct'] => ({
  MANDATORY: printAmount(direct.MANDATORY),
  BASIC: printAmount(direct.BASIC),
  IMPROVEMENT: printAmount(direct.IMPROVEMENT),
  UPGRADE: printAmount(direct.UPGRADE),
});
