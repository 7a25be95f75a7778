// The neighbourhood of the story and the figures that it must come to: computed by hand from 三(三)1, not by the system.
import type { HousingSize } from '../seed/residents.ts';

/** 338 households on 28,800 ㎡: the size of 黄龙教育新村 (policy cases, CASE-01). */
export const SIZE: HousingSize = { households: 338, area: '28800.00', buildings: 12 };

export const NEIGHBOURHOOD = {
  name: '黄龙教育新村',
  code: '330302001001-01',
  community: '330302001001',
  street: '330302001',
} as const;

/** 2/3 of 338 is 225.33: 226 pass, 225 fail. */
export const REQUIRED_HOUSEHOLDS = 226;
export const REQUIRED_AREA = '19200.00';

/** Yuan. ΣC 12,000,000; w = (0.10·5,000,000 + 0.30·2,000,000 + 0.70·400,000) / 12,000,000 = 0.115. */
export const ESTIMATE = {
  direct: { MANDATORY: '4600000.00', BASIC: '5000000.00', IMPROVEMENT: '2000000.00', UPGRADE: '400000.00' },
  otherCosts: '960000.00',
  contingency: '388800.00',
  /** T = ΣC + O + P; S = T·w; base = T − S = 11,813,688.00 > 400·A = 11,520,000.00, so E = 293,688.00. */
  funding: {
    total: '13348800.00',
    selfRaised: '1535112.00',
    subsidyBase: '11813688.00',
    subsidy: '11520000.00',
    excess: '293688.00',
    residents: '1828800.00',
  },
} as const;

/** The audited accounts: P is spent inside other lines or not at all, and what was built cost less. */
export const FINAL = {
  direct: { MANDATORY: '4550000.00', BASIC: '4900000.00', IMPROVEMENT: '1950000.00', UPGRADE: '400000.00' },
  otherCosts: '930000.00',
  contingency: '0.00',
  /** T 12,730,000; w = 1,355,000 / 11,800,000; S = 1,461,792.37; base 11,268,207.63 < the cap: E = 0. */
  due: '1461792.37',
  subsidy: '11268207.63',
  /** 1,828,800.00 − 1,461,792.37 */
  refund: '367007.63',
} as const;

/** How the residents' money comes in: households by area, the rest from what they own together. */
export const MONEY = { households: '1500000.00', maintenanceFund: '300000.00', commonIncome: '28800.00' } as const;
