// Words for whoever knows projects by their numbers only: where one stands, and what its machines wait for.
import { both } from './texts.ts';

export const byNumberText = {
  project: both('项目', 'Project'),
  number: both('项目编号', 'Project number'),
  engine: both('流程引擎', 'Workflow engine'),
  engineNote: both('与对账所见相同', 'as the reconciler sees it'),
  running: both('在跑的执行', 'Running executions'),
  since: both('起于', 'since'),
  waitsFor: both('等什么', 'Waits for'),
  waitingSince: both('等待自', 'Waiting since'),
  execution: both('执行', 'Execution'),
  nobody: both(
    '不等人：到了日期自动往下走，或项目已了结。',
    'No act of a person is waited for: it goes on by itself on its day, or is over.',
  ),
  toReconciler: both('到对账试看', 'Look at it in the reconciler'),
  withheld: both('这里看不到什么', 'What is not shown here'),
  withheldLead: both(
    '系统管理员管系统，不办事项：小区名称、意见、理由、文书和资金明细一律不给，项目只以编号称呼。要看内容，请找区旧改办或属地街道。',
    'The operator runs the system and judges no case: names of neighbourhoods, opinions, reasons, papers and accounts are withheld, and projects go by their number. For what is in them, ask the renovation office or the street.',
  ),
  chain: both(
    '链由服务器按完整台账逐条核对；这里每条只有事项、时间、单位和哈希。',
    'The server checks the chain over the whole ledger; of each entry only act, time, unit and hash are shown here.',
  ),
  listLead: both('只显示编号、步骤和期限', 'numbers, steps and due days only'),
} as const;
