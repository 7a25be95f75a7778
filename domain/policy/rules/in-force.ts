// Does the instrument govern the day? (G-02)
import type { PlainDate } from '../../calendar/plain-date.ts';
import type { Finding } from '../finding.ts';
import type { RulePack } from '../packs.ts';
import { ruleFinding } from '../rule-finding.ts';

/** A decision before the first or after the last day in force is not one under this instrument. */
export function inForce(on: PlainDate, pack: RulePack): Finding[] {
  const { effectiveFrom, effectiveTo } = pack;
  const facts = { on };
  const figures = { effectiveFrom, ...(effectiveTo === undefined ? {} : { effectiveTo }) };
  if (on < effectiveFrom) {
    const says = {
      zh: `${on} 时《${pack.title.zh}》尚未施行，自 ${effectiveFrom} 起执行`,
      en: `The instrument was not in force on ${on}; it takes effect on ${effectiveFrom}`,
    };
    return [ruleFinding(pack, 'G-02', { verdict: 'FAIL', code: 'POLICY_NOT_IN_FORCE', says, facts, figures })];
  }
  if (effectiveTo !== undefined && on > effectiveTo) {
    const says = {
      zh: `${on} 时《${pack.title.zh}》已经失效，施行至 ${effectiveTo}`,
      en: `The instrument was no longer in force on ${on}; its last day was ${effectiveTo}`,
    };
    return [ruleFinding(pack, 'G-02', { verdict: 'FAIL', code: 'POLICY_NO_LONGER_IN_FORCE', says, facts, figures })];
  }
  const says = { zh: `${on} 适用《${pack.title.zh}》`, en: `The instrument is in force on ${on}` };
  return [ruleFinding(pack, 'G-02', { verdict: 'PASS', code: 'POLICY_IN_FORCE', says, facts, figures })];
}

/** Evidence gathered before the first day (a ballot, a notice) may be used, and is marked. */
export function gatheredInForce(gatheredOn: PlainDate, pack: RulePack): Finding[] {
  if (gatheredOn >= pack.effectiveFrom) return [];
  return [
    ruleFinding(pack, 'G-02', {
      verdict: 'WARN',
      code: 'PRE_EFFECTIVE_EVIDENCE',
      says: {
        zh: `形成于 ${gatheredOn}，早于施行日 ${pack.effectiveFrom}；符合同样条件的可以采用`,
        en: `Gathered on ${gatheredOn}, before ${pack.effectiveFrom}; usable if it meets the same test`,
      },
      facts: { gatheredOn },
      figures: { effectiveFrom: pack.effectiveFrom },
    }),
  ];
}
