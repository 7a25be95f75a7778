// Words around the telephones of offices: where they are set, and where somebody without a post is told to call.
import { both } from './texts.ts';

export const telephonesText = {
  title: both('办公电话', 'Telephones'),
  lead: both(
    '公开页面上的“打电话问”用这里的号码：各街道一个，区旧改办、系统管理员各一个。没有登记的，页面只写找哪个单位。',
    'What residents press to call: one number of each street, one of the renovation office, one of the operator. Without one, pages name the office only.',
  ),
  set: both('登记电话', 'Set a number'),
  office: both('单位', 'Office'),
  number: both('办公电话', 'Office telephone'),
  hint: both(
    '如 0577-0000 0101；分机写作“转8”。只收办公电话，不收手机号码。进入台账，不能删改，公开页面立即改用。',
    'Like 0577-0000 0101, never a mobile number. It goes into the ledger for good, and public pages use it at once.',
  ),
  save: both('登记', 'Set'),
  withdraw: both('撤下', 'Withdraw'),
  wasSet: both('已登记，台账编号', 'Set, entry'),
  wasWithdrawn: both('已撤下，台账编号', 'Withdrawn, entry'),
  all: both('各单位', 'All offices'),
  none: both('没有登记', 'none set'),
  since: both('登记于', 'Since'),
  act: both('办理', 'Act'),
  change: both('修改', 'Change'),
  changeOf: both('修改电话：', 'Change the number of '),
  setOf: both('登记电话：', 'Set the number of '),
  ledger: both('登记台账', 'Ledger'),
  noEntries: both('还没有登记过。', 'Nothing was set yet.'),
  entry: both('序号', 'Entry'),
  at: both('时间', 'When'),
  by: both('经办单位', 'By'),
  withdrawn: both('撤下', 'withdrawn'),
  complete: both('各单位都已登记', 'every office has one'),
  missing: both('没有登记的单位：', 'offices without one: '),
  /** Behind the sentence for an account without a post. */
  call: both('打电话', 'Call'),
};
