// The neighbourhood of the samples: 瓯园小区 in a district that does not exist, 10 buildings, 338 households, 28,800.00 ㎡.
import { decimalOf, printAmount, sum } from '../../../../domain/money/money.ts';
import type { Household } from '../../../../domain/paper/contents/doors.ts';
import { BODY_TEL } from '../../../../local/demo/words/names.ts';

export const subject = { projectNo: '330302-2026-0017', neighbourhoodName: '瓯园小区' };
export const project = { ...subject, projectName: '瓯园小区老旧小区改造项目' };
export const streetName = '示例街道办事处';
export const communityName = '示例社区居民委员会';
export const bodyName = '瓯园小区业主委员会';
export const bodyTel = BODY_TEL;
export const plan = { planName: '瓯园小区改造初步设计方案', planVersion: '第2版' };
export const projectCode = '2610-330300-04-01-000017';
export const site = {
  projectAddress: '示例街道瓯园路18号',
  buildYears: '1994年',
  buildingCount: 10,
  householdsTotal: 338,
  titleArea: '28800',
};

/** 四类 of the plan: 5.6, 4.0, 2.4 and 0.7 million yuan, other costs and contingency beside them. */
export const funding = {
  totalInvestment: '14258290',
  selfRaised: '1806586.19',
  excessBorne: '931703.81',
  subsidy: '11520000',
};
export const residents = '2738290.00';

const STAIRWELLS = [3, 3, 3, 3, 3, 3, 3, 3, 2, 2];

export const households: readonly Household[] = madeUp();

/** Six floors of two flats in every stairwell, two shops in the last building; areas between 76 and 93 ㎡. */
function madeUp(): Household[] {
  const doors = STAIRWELLS.flatMap((stairwells, building) =>
    Array.from({ length: stairwells * 12 }, (_, flat) => ({
      building: String(building + 1),
      stairwell: String(Math.floor(flat / 12) + 1),
      room: `${Math.floor((flat % 12) / 2) + 1}0${(flat % 2) + 1}`,
    })),
  );
  const shops = ['商1', '商2'].map((room) => ({ building: '10', stairwell: '2', room }));
  const units = [...doors, ...shops].map((door, index) => ({
    ...door,
    no: index + 1,
    area: (76 + ((index * 137) % 1700) / 100).toFixed(2),
  }));
  const missing = decimalOf('28800').minus(sum(units.map(({ area }) => decimalOf(area))));
  const share = missing.div(units.length).toDecimalPlaces(2, 1);
  const last = missing.minus(share.times(units.length - 1));
  return units.map((unit, index) => ({
    ...unit,
    area: printAmount(decimalOf(unit.area).plus(index === units.length - 1 ? last : share)),
  }));
}

export const zero = { mandatory: '0', basic: '0', improvement: '0', upgrade: '0' };

export const scopes = [
  { aspect: '建筑改造', costs: { ...zero, mandatory: '1260000', basic: '1680000', improvement: '380000' } },
  { aspect: '道路交通和停车', costs: { ...zero, basic: '1120000', improvement: '960000' } },
  { aspect: '管网系统', costs: { ...zero, mandatory: '3380000', basic: '520000' } },
  { aspect: '景观绿化', costs: { ...zero, basic: '380000', improvement: '740000' } },
  { aspect: '适老化改造', costs: { ...zero, basic: '300000', improvement: '200000' } },
  { aspect: '社区服务体系', costs: { ...zero, mandatory: '960000', improvement: '120000', upgrade: '700000' } },
] as const;

export const otherCosts = { mandatory: '503999.99', basic: '360000.01', improvement: '216000', upgrade: '63000' };
export const contingency = { mandatory: '183119.69', basic: '130799.69', improvement: '78480.31', upgrade: '22890.31' };
export const otherAndContingency = {
  mandatory: '687119.68',
  basic: '490799.70',
  improvement: '294480.31',
  upgrade: '85890.31',
};
