// Words of tasks that are handed to a colleague, and of the auditors' look at it.
import { both } from './texts.ts';

export const taskText = {
  handOver: both('交接', 'Hand over'),
  handOverTo: both('交给同事', 'Hand to a colleague'),
  colleague: both('同事', 'Colleague'),
  choose: both('请选择', 'choose'),
  until: both('办到', 'Until'),
  give: both('交给同事', 'Hand it over'),
  cancel: both('取消', 'Cancel'),
  alone: both(
    '本单位没有同岗位的其他账号；请系统管理员先授予岗位。',
    'Nobody else of your unit holds this role; ask the operator to grant it.',
  ),
  lead: both(
    '交接不改变权限：谁办，台账就记谁；到期自动回来。',
    'It gives no right: whoever acts stands in the ledger. It ends by itself on its day.',
  ),
  toMe: both('交给您', 'handed to you'),
  byMe: both('已交给', 'with'),
  others: both('在办', 'has it'),
  untilDay: both('到', 'until'),
  giveBack: both('退回', 'Give back'),
  takeBack: both('收回', 'Take back'),
  elsewhere: both('同事在办', 'With colleagues'),
} as const;

export const delegationsText = {
  title: both('交接记录', 'Tasks handed over'),
  lead: both('只记账号，不记姓名', 'accounts only, no names'),
  none: both('还没有交接过。', 'Nothing was handed over yet.'),
  at: both('时间', 'When'),
  unit: both('单位', 'Unit'),
  what: both('事项', 'Task'),
  project: both('项目', 'Project'),
  given: both('交给', 'to'),
  back: both('收回或退回', 'taken or given back'),
  by: both('经办', 'By'),
  until: both('到', 'until'),
} as const;
