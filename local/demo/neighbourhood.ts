// The neighbourhood of the story and the figures that it must come to: computed by hand from 三(三)1, not by the system.
import type { HousingSize } from '../seed/residents.ts';

/** 338 households on 28,800 ㎡: the size of 黄龙教育新村 (policy cases, CASE-01). */
export const SIZE: HousingSize = { households: 338, area: '28800.00', buildings: 13 };

export const NEIGHBOURHOOD = {
  name: '黄龙教育新村',
  code: '330302001001-01',
  community: '330302001001',
  street: '330302001',
} as const;

/** In the plan of what is to be demolished: never renovated. */
export const NEIGHBOUR = {
  name: '黄龙旧厂宿舍',
  code: '330302001001-02',
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

/** The estimate as approved: exactly a tenth more in every line, 概算 against 估算. */
export const APPROVED = {
  totalInvestment: '14683680.00',
  selfRaised: '1688623.20',
  excessBorne: '1475056.80',
  subsidy: '11520000.00',
  directCost: '13200000.00',
  otherCost: '1056000.00',
  contingency: '427680.00',
} as const;

const none = { mandatory: '0', basic: '0', improvement: '0', upgrade: '0' };

/** 概算核定表: by aspect and category; S = 611,820.00 + 734,184.00 + 342,619.20. */
export const APPROVED_TABLE = {
  subsidyCap: '400',
  direct: [
    { aspect: '建筑改造', costs: { ...none, mandatory: '1760000', basic: '3960000' } },
    { aspect: '道路交通和停车', costs: { ...none, basic: '1540000', improvement: '1320000' } },
    { aspect: '管网系统', costs: { ...none, mandatory: '2640000' } },
    { aspect: '景观绿化', costs: none },
    { aspect: '适老化改造', costs: { ...none, improvement: '880000' } },
    { aspect: '社区服务体系', costs: { ...none, mandatory: '660000', upgrade: '440000' } },
  ],
  otherCosts: { mandatory: '404800', basic: '440000', improvement: '176000', upgrade: '35200' },
  contingency: { mandatory: '163944', basic: '178200', improvement: '71280', upgrade: '14256' },
  shares: { mandatory: '0', basic: '10', improvement: '30', upgrade: '70' },
  selfRaisedByCategory: { mandatory: '0', basic: '611820', improvement: '734184', upgrade: '342619.20' },
} as const;
