// Words of how long things take.
import { both } from './texts.ts';

export const latencyText = {
  today: both('今日', 'Today'),
  todayNote: both('服务器实测', 'as the server measured'),
  what: both('环节', 'What'),
  visible: both('写入台账到看板可见', 'Entry written until the dashboard has it'),
  papers: both('纸件交来到全部归档', 'Stack handed in until every page is filed'),
  p95Of: both('p95，今日实测', 'p95, measured today'),
  delivered: both('通知写成到送达', 'Notice written until it arrived'),
  slowest: both('最慢的接口', 'The slowest route'),
  count: both('次数', 'Times'),
  p50: both('中位 p50', 'p50'),
  p95: both('p95', 'p95'),
  transaction: both(
    '看板与台账在同一事务里写成，落后为 0；这里的时间含落盘。',
    'The dashboard is written in the same transaction as the ledger, so it is never behind; the time includes the disk.',
  ),
  elsewhere: both(
    '本安装由网关计时：API Gateway 的 Latency 与投影函数的 IteratorAge 在 CloudWatch 里看。',
    'This installation is timed at its gateway: see Latency of API Gateway and IteratorAge of the projector in CloudWatch.',
  ),
  week: both('七天', 'Seven days'),
  weekNote: both('全部接口，毫秒', 'all routes, ms'),
  day: both('日期', 'Day'),
  nothing: both('今天还没有量到。', 'Nothing was measured today.'),
  routes: both('按接口', 'By route'),
  routesNote: both(
    '慢的在前；不记谁问的、问的是哪个项目',
    'the slowest on top; not who asked, nor about which project',
  ),
  route: both('接口', 'Route'),
  outboxNote: both('只有条数和时间，不含内容和收件人', 'numbers and times only, no words and no recipients'),
  oldest: both('最早一条等待自', 'The oldest waits since'),
  noneWaits: both('没有在等的', 'none waits'),
} as const;
