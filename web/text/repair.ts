// Words of looking at one project with the reconciler, and of letting it repair.
import { both } from './texts.ts';

export const repairText = {
  title: both('人工核对一个项目', 'Look at one project'),
  note: both('先试看，再修', 'look first, then repair'),
  project: both('项目编号', 'Project'),
  look: both('试看', 'Look'),
  would: both('对账会这样修：', 'The reconciler would do this:'),
  nothing: both('没有要修的。', 'Nothing to repair.'),
  done: both('已修好：', 'Repaired:'),
  inVain: both('修了仍不正常，请找系统管理员：', 'Done, and still not as it should be; tell the operator:'),
  entry: both('台账条目', 'ledger entry'),
  untouched: both(
    '只按试看的结果修流程，不动台账；情况变了会拒绝。',
    'Repairs the workflow exactly as shown and touches no ledger; refused if things have changed.',
  ),
  byOffice: both('由区旧改办修复。', 'The renovation office repairs.'),
  repair: both('按此修复', 'Repair'),
} as const;

export const repairsText = {
  title: both('人工修复记录', 'Repairs by hand'),
  note: both('只记账号，不记姓名；记入台账', 'accounts, no names; kept in a ledger'),
  none: both('还没有人工修过。', 'Nothing was repaired by hand yet.'),
  at: both('时间', 'When'),
  by: both('经办', 'By'),
  project: both('项目', 'Project'),
  found: both('该修', 'To repair'),
  done: both('做了', 'Done'),
  after: both('修后', 'Afterwards'),
  sound: both('正常', 'as it should be'),
  unsound: both('仍不正常', 'still not as it should be'),
  cutOff: both('没有做完', 'cut off'),
} as const;
