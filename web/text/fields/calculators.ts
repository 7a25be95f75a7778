// Fields of the calculators that no act has.
import { both } from '../texts.ts';

export const CALCULATORS_FIELDS = {
  totals: both('合计数', 'Totals'),
  households: both('总户数', 'Households'),
  householdsAgreed: both('同意户数', 'Households that agree'),
  areaAgreed: both('同意面积（㎡）', 'Area that agrees (㎡)'),
  countMode: both('计户方式', 'How households are counted'),
  ownerId: both('业主', 'Owner'),
  vote: both('意见', 'Vote'),
  mandatory: both('必选类（元）', 'Mandatory (yuan)'),
  basic: both('基础类（元）', 'Basic (yuan)'),
  improvement: both('完善类（元）', 'Improvement (yuan)'),
  upgrade: both('提升类（元）', 'Upgrade (yuan)'),
  areaByPropertyRight: both('产权建筑面积（㎡）', 'Area by property right (㎡)'),
  pack: both('规则包', 'Rule pack'),
  paid: both('已缴（元）', 'Paid (yuan)'),
  final: both('决算', 'Final accounts'),
  owners: both('各户', 'Units'),
  workingDays: both('公示工作日数', 'Working days'),
  fiscal: both('财政资金（元）', 'Fiscal money (yuan)'),
  total: both('总投资（元）', 'Total investment (yuan)'),
};
