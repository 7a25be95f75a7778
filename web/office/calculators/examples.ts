// What each calculator shows before anybody has typed: real-sized cases, among them the ones people get wrong.
import type { CalculatorName } from '../../acts/act-tables.ts';
import type { DraftObject } from '../../acts/draft.ts';

const FUNDING: DraftObject = {
  direct: { mandatory: '6200000.00', basic: '4800000.00', improvement: '2600000.00', upgrade: '1150000.00' },
  otherCosts: '1180000.00',
  contingency: '650000.00',
  areaByPropertyRight: '31260.45',
};

export const exampleOf = (name: CalculatorName, today: string): DraftObject => {
  switch (name) {
    case 'ballot':
      // One household short: 66.57 % reads like two thirds and is not.
      return {
        heldOn: today,
        totals: { households: '338', householdsAgreed: '225', area: '28800.00', areaAgreed: '19350.00' },
      };
    case 'funding':
      return FUNDING;
    case 'settlement':
      return { paid: '4075820.00', final: FUNDING };
    case 'publicity':
      // Over the National Day holidays.
      return { postedOn: '2026-09-30' };
    case 'eligibility':
      return { completionYear: '1994', inDemolitionPlan: false, kind: 'ORDINARY', deficientFacilities: true };
    case 'tender':
      return {
        fiscal: '12504180.00',
        total: '16580000.00',
        contracts: [
          { type: 'WORKS', amount: '14200000.00' },
          { type: 'SERVICES', amount: '380000.00' },
        ],
      };
  }
};
