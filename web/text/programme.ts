// Words of the audit desk and of the programme around the procedure.
import { both } from './texts.ts';

export const auditText = {
  checks: both('审计常见问题，今天各有几件', 'Findings of real audits, as they stand today'),
  check: both('问题', 'Finding'),
  count: both('件数', 'Hits'),
  seen: both('见于', 'Seen in'),
  atStake: both('涉及金额', 'Money at stake'),
  noAmount: both('不涉及金额', 'no amount'),
  trend: both('走势', 'Trend'),
  rule: both('规则', 'Rule'),
  hits: both('涉及的项目', 'Projects behind it'),
  none: both('没有这样的项目。', 'No project.'),
  figures: both('数据', 'Figures'),
  entries: both('台账', 'Entries'),
  sample: both('抽样', 'Sample'),
  sampleLead: both(
    '同一种子抽出同样的项目；种子印在底稿上，别人可以重抽核对。',
    'The same seed draws the same projects; it stands on the working paper so that others can check.',
  ),
  seed: both('种子', 'Seed'),
  size: both('个数', 'Size'),
  draw: both('抽取', 'Draw'),
  paper: both('导出底稿', 'Working paper'),
  state: both('状态', 'State'),
  head: both('台账末条', 'Last entry'),
  verify: both('证据包与重算', 'Bundles and replay'),
  verifyLead: both(
    '在项目页下载证据包，并可在本机重新校验台账链。证据包离线核验：npm run verify -- 文件.zip；全部决定重算：npm run replay。',
    'Bundles and the chain check are on each project page. Offline: npm run verify -- FILE.zip; replay of every decision: npm run replay.',
  ),
} as const;

export const noticesText = {
  lead: both(
    '通知只含编号和链接，不含个人信息；按渠道重试，48 小时仍不能送达的留在待办里。',
    'A notice holds a number and a link, no personal data; it is tried for 48 hours and stays in the task list.',
  ),
  owed: both('谁欠什么、自何时', 'Who owes what, since when'),
  what: both('事项', 'Matter'),
  who: both('谁', 'Who'),
  since: both('自', 'Since'),
  due: both('到期', 'Due'),
  project: both('项目', 'Project'),
  nothingOwed: both('没有人欠事。', 'Nobody owes anything.'),
  circulars: both('进度通报', 'Circulars'),
  noCirculars: both('本年度还没有通报。', 'No circular this year yet.'),
  draft: both('起草本月通报', 'Draft this month’s circular'),
  issue: both('印发', 'Issue'),
  issued: both('已印发', 'issued'),
  isDraft: both('草稿', 'draft'),
  month: both('月份', 'Month'),
  stuck: both('逾期项目', 'Overdue projects'),
  channels: both('渠道', 'Channels'),
  channelsLead: both(
    '邮件、钉钉、企业微信、Webhook 在安装设置中登记；没有登记渠道时，通知只在待办里出现。',
    'E-mail, DingTalk, WeCom and webhooks are set at installation; without a channel a notice stands in the task list only.',
  ),
} as const;
