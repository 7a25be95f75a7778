// Who repairs: the contractor through the last day of the warranty, the owners after it (H-04).
import { addYears, type PlainDate } from '../../calendar/plain-date.ts';
import type { Finding } from '../finding.ts';
import type { RulePack } from '../packs.ts';
import { valueOn } from '../parameters/dated.ts';
import type { WarrantyYearsPart } from '../parameters/law.ts';
import { ruleFinding } from '../rule-finding.ts';

export type WarrantyPart =
  | { readonly part: WarrantyYearsPart; readonly agreedYears?: number | undefined }
  /** 地基基础、主体结构: the design life. */
  | { readonly part: 'STRUCTURE'; readonly designLifeYears: number }
  /** The last day of each heating or cooling season since acceptance, earliest first. */
  | { readonly part: 'HEATING_COOLING'; readonly seasonsEnded: readonly PlainDate[] }
  /** By contract. */
  | { readonly part: 'OTHER'; readonly agreedYears: number };

export interface Warranty {
  /** Last day; undefined while the seasons that end it lie ahead. */
  readonly endsOn?: PlainDate;
  readonly responsible: 'CONTRACTOR' | 'OWNERS';
  readonly findings: readonly Finding[];
}

/** From the day acceptance passed; parties may agree on longer, never on shorter. */
function warrantyEnd(part: WarrantyPart, acceptedOn: PlainDate, pack: RulePack): PlainDate | undefined {
  switch (part.part) {
    case 'STRUCTURE':
      return addYears(acceptedOn, part.designLifeYears);
    case 'HEATING_COOLING':
      return part.seasonsEnded[valueOn(pack.heatingCoolingSeasons, acceptedOn) - 1];
    case 'OTHER':
      return addYears(acceptedOn, part.agreedYears);
    case 'WATERPROOFING':
    case 'ELECTRICAL':
    case 'PLUMBING':
    case 'EQUIPMENT':
    case 'FINISHING': {
      const least = valueOn(pack.warrantyYears, acceptedOn)[part.part];
      return addYears(acceptedOn, Math.max(least, part.agreedYears ?? least));
    }
  }
}

export function assessWarranty(
  facts: { readonly acceptedOn: PlainDate; readonly part: WarrantyPart },
  on: PlainDate,
  pack: RulePack,
): Warranty {
  const endsOn = warrantyEnd(facts.part, facts.acceptedOn, pack);
  const responsible = endsOn === undefined || on <= endsOn ? 'CONTRACTOR' : 'OWNERS';
  const until = endsOn ?? '';
  const finding = ruleFinding(pack, 'H-04', {
    verdict: 'PASS',
    code: responsible,
    says:
      responsible === 'OWNERS'
        ? { zh: `保修至 ${until}，已届满，由业主维护`, en: `The warranty ended on ${until}: the owners maintain` }
        : {
            zh: endsOn === undefined ? '保修期内，由施工单位保修' : `保修至 ${until}（含当日），由施工单位保修`,
            en:
              endsOn === undefined
                ? 'In warranty: the contractor repairs'
                : `In warranty through ${until}: the contractor repairs`,
          },
    facts: { part: facts.part.part, acceptedOn: facts.acceptedOn },
    figures: { endsOn: endsOn ?? null, responsible, law: pack.warrantyYears[0].citation },
  });
  return { ...(endsOn === undefined ? {} : { endsOn }), responsible, findings: [finding] };
}
