// Words of the replay of one project, and of the auditor's look at one project and at personal data.
import { both } from './texts.ts';

export const replayText = {
  title: both('重算', 'Replay'),
  lead: both(
    '每条决定按当时的规则包、日历和依据重新作出，与台账逐条比对；与命令 npm run replay 是同一套程序。',
    'Every decision is made again on its own rules, calendar and facts, and compared; the same code as npm run replay.',
  ),
  entries: both('逐条', 'Entry by entry'),
  seq: both('序号', 'Entry'),
  at: both('时间', 'When'),
  act: both('事项', 'Act'),
  role: both('谁办', 'By'),
  after: both('办后状态', 'State after it'),
  findings: both('判断', 'Findings'),
  verdict: both('重算结果', 'Made again'),
  same: both('相同', 'same'),
  chain: both('链完整', 'Chain unbroken'),
  broken: both('链从这一条断开', 'Chain broken from entry'),
  again: both('再算一次', 'Again'),
  running: both('正在重算…', 'Recomputing…'),
  nothing: both(
    '没有可以重算的：链断开以后的决定没有依据。',
    'Nothing to make again: behind a break nothing rests on anything.',
  ),
  CHAIN: both('链断开', 'chain broken'),
  UNKNOWN_ACT: both('没有这个事项', 'no such act'),
  UNKNOWN_RULEBOOK: both('没有这个版本的规则包', 'no such version of the rules'),
  UNKNOWN_CALENDAR: both('没有这个版本的日历', 'no such version of the calendar'),
  FACTS: both('依据已不在', 'what it rested on is gone'),
  REFUSED: both('按规则应当拒绝', 'the rules refuse it'),
  DECISION: both('结果不同', 'another result'),
} as const;

export const oneProjectText = {
  title: both('查一个项目', 'One project'),
  lead: both('输入项目编号：逐条重算，下载证据包，看台账。', 'By its number: replay, evidence bundle, ledger.'),
  number: both('项目编号', 'Project number'),
  hint: both('形如 330302-2026-0017', 'such as 330302-2026-0017'),
  look: both('查', 'Look'),
  replay: both('逐条重算', 'Replay'),
  bundle: both('下载证据包', 'Evidence bundle'),
  ledger: both('看台账', 'Ledger'),
  length: both('台账条数', 'Entries in the ledger:'),
} as const;

export const privacyText = {
  title: both('谁看过个人信息', 'Who looked at personal data'),
  lead: both(
    '查看、导出、更正、涂黑和到期清除都在这里留痕，一天一本台账。',
    'Looking, handing out, correcting, blackening and erasing leave their trace here: one ledger a day.',
  ),
  day: both('日期', 'Day'),
  none: both('这一天没有。', 'Nothing on this day.'),
  at: both('时间', 'When'),
  act: both('做了什么', 'What'),
  by: both('谁', 'Who'),
  account: both('账号', 'Account'),
  about: both('对象', 'About'),
  view: both('查看', 'looked'),
  'export-person': both('导出本人信息', 'handed out'),
  'correct-person': both('更正', 'corrected'),
  'redact-page': both('涂黑', 'blackened'),
  erase: both('到期清除', 'erased in time'),
} as const;
