// The employer and the responsible units accept the works jointly, or send them back to the site (二(三)7).
import * as z from 'zod';
import type { Bilingual } from '../../bilingual.ts';
import { gateShut, granted } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct } from '../act.ts';
import { dayInput, fieldsRefused, notAhead, paperInput } from '../act-input.ts';
import { moveTo } from '../project.ts';
import { hasReached } from '../states.ts';
import { type WarrantyTerm, warrantyTerms } from './warranty-terms.ts';

const UNIT_KINDS = ['SURVEY', 'DESIGN', 'CONSTRUCTION', 'SUPERVISION', 'DEPARTMENT'] as const;
type UnitKind = (typeof UNIT_KINDS)[number];

const RESPONSIBLE_UNITS = {
  SURVEY: { zh: '勘察单位', en: 'survey' },
  DESIGN: { zh: '设计单位', en: 'design' },
  CONSTRUCTION: { zh: '施工单位', en: 'construction' },
  SUPERVISION: { zh: '监理单位', en: 'supervision' },
  DEPARTMENT: { zh: '有关部门', en: 'departments' },
} as const satisfies Record<UnitKind, Bilingual>;

const agreedYearsInput = z.int().min(1).max(100);

export const recordAcceptanceInput = z.strictObject({
  acceptedOn: dayInput,
  /** Several units of one kind each have a row; works without a survey say so (勘察如有). */
  units: z
    .array(
      z.union([
        z.strictObject({ kind: z.enum(UNIT_KINDS), result: z.enum(['PASS', 'FAIL']) }),
        z.strictObject({ kind: z.literal('SURVEY'), result: z.literal('NOT_INVOLVED') }),
      ]),
    )
    .max(100),
  /** 联合竣工验收意见书 */
  report: paperInput,
  /** Years of warranty agreed beyond the least of the law, and of works that the law names no years for. */
  warranty: z
    .strictObject({
      agreedYears: z
        .strictObject({
          WATERPROOFING: agreedYearsInput,
          ELECTRICAL: agreedYearsInput,
          PLUMBING: agreedYearsInput,
          EQUIPMENT: agreedYearsInput,
          FINISHING: agreedYearsInput,
        })
        .partial(),
      otherYears: agreedYearsInput,
    })
    .partial()
    .optional(),
});

type RecordAcceptance = z.infer<typeof recordAcceptanceInput>;

export const recordAcceptance = defineAct<
  'record-acceptance',
  RecordAcceptance,
  undefined,
  { readonly warranties: readonly WarrantyTerm[] }
>({
  name: 'record-acceptance',
  title: { zh: '联合竣工验收', en: 'Record acceptance' },
  step: 7,
  clause: '二(三)7',
  input: recordAcceptanceInput,
  decide({ project, input, on, pack }) {
    const past = notAhead(on, [['/acceptedOn', input.acceptedOn]]);
    if (!past.ok) return past;
    const { completedOn } = project.works;
    if (completedOn !== undefined && input.acceptedOn < completedOn) {
      return fieldsRefused([
        { path: '/acceptedOn', says: { zh: '不得早于完工日期', en: 'Must not be earlier than the completion' } },
      ]);
    }
    const absent = UNIT_KINDS.filter((kind) => !input.units.some((unit) => unit.kind === kind));
    if (absent.length > 0) {
      const named = nameUnits(absent);
      const says = { zh: `联合验收缺：${named.zh}`, en: `missing from the joint acceptance: ${named.en}` };
      return gateShut([ruleFinding(pack, 'AC-01', { verdict: 'FAIL', code: 'NOT_JOINT', says, figures: { absent } })]);
    }
    const facts = { units: input.units };
    const against = UNIT_KINDS.filter((kind) =>
      input.units.some((unit) => unit.kind === kind && unit.result === 'FAIL'),
    );
    if (against.length > 0) {
      const named = nameUnits(against);
      const says = { zh: `验收不合格：${named.zh}`, en: `not accepted by: ${named.en}` };
      const rejected = ruleFinding(pack, 'AC-01', { verdict: 'FAIL', code: 'REJECTED', says, facts });
      return granted({ outcome: 'rejected', result: { warranties: [] }, findings: [rejected] });
    }
    const says = { zh: '联合竣工验收合格', en: 'The works are accepted jointly' };
    const accepted = ruleFinding(pack, 'AC-01', { verdict: 'PASS', code: 'ACCEPTED', says, facts });
    const { terms, findings } = warrantyTerms(input.acceptedOn, input.warranty ?? {}, pack);
    return granted({ outcome: 'passed', result: { warranties: terms }, findings: [accepted, ...findings] });
  },
  apply(project, { outcome, input, result, at }) {
    if (outcome === 'rejected') {
      const { completedOn: _, ...works } = project.works;
      return moveTo({ ...project, works }, 'UNDER_CONSTRUCTION', at);
    }
    const acceptance = { acceptedOn: input.acceptedOn, warranties: result.warranties };
    return moveTo({ ...project, works: { ...project.works, acceptance } }, 'ACCEPTED', at);
  },
  outcome({ state }) {
    if (hasReached(state, 'ACCEPTED')) return 'passed';
    // Nobody waits here before the works are completed: they were rejected, and are back on site.
    return hasReached(state, 'COMPLETED') ? undefined : 'rejected';
  },
});

function nameUnits(kinds: readonly UnitKind[]): Bilingual {
  const titles = kinds.map((kind) => RESPONSIBLE_UNITS[kind]);
  return { zh: titles.map(({ zh }) => zh).join('、'), en: titles.map(({ en }) => en).join(', ') };
}
