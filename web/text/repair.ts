// Words of looking at one project with the reconciler, and of two persons who let it repair.
import { both } from './texts.ts';

export const repairText = {
  title: both('人工核对一个项目', 'Look at one project'),
  note: both('先试看，一人提出，另一人确认', 'look, one proposes, another confirms'),
  project: both('项目编号', 'Project'),
  look: both('试看', 'Look'),
  would: both('对账会这样修：', 'The reconciler would do this:'),
  nothing: both('没有要修的。', 'Nothing to repair.'),
  done: both('已修好：', 'Repaired:'),
  inVain: both('修了仍不正常，请找系统管理员：', 'Done, and still not as it should be; tell the operator:'),
  entry: both('台账条目', 'ledger entry'),
  untouched: both(
    '只按试看的结果修流程，不动台账；情况变了会拒绝。须由本办另一名经办人确认。',
    'Repairs the workflow exactly as shown and touches no ledger; refused if things have changed. Another person of the office confirms.',
  ),
  byOffice: both('由区旧改办两名经办人修复。', 'Two persons of the renovation office repair.'),
  propose: both('提出修复', 'Propose to repair'),
  confirm: both('确认修复', 'Confirm and repair'),
  decline: both('不同意修复', 'Decline to repair'),
  withdraw: both('撤回提议', 'Take the proposal back'),
  proposed: both('待第二人确认：', 'Waits for its second person:'),
  proposedBy: both('提出账号', 'proposed by account'),
  proposedAt: both('提出时间', 'at'),
  lapsed: both('情况已与提出时不同，不能再确认。', 'Things have changed since: it can no longer be confirmed.'),
} as const;

/** On the list of tasks. */
export const repairTaskText = {
  title: both('待第二人确认的流程修复', 'Workflow repairs that wait for a second person'),
  answer: both('答复修复：', 'Repair or not:'),
  proposed: both('提出', 'proposed'),
  read: both('查看并答复', 'Read and answer'),
} as const;

export const repairsText = {
  title: both('人工修复记录', 'Repairs by hand'),
  note: both('只记账号，不记姓名；记入台账', 'accounts, no names; kept in a ledger'),
  none: both('还没有人工修过。', 'Nothing was repaired by hand yet.'),
  at: both('时间', 'When'),
  by: both('提出 → 确认', 'Proposed → confirmed by'),
  project: both('项目', 'Project'),
  found: both('该修', 'To repair'),
  done: both('做了', 'Done'),
  after: both('修后', 'Afterwards'),
  sound: both('正常', 'as it should be'),
  unsound: both('仍不正常', 'still not as it should be'),
  cutOff: both('没有做完', 'cut off'),
  waits: both('待第二人确认', 'waits for its second person'),
} as const;
