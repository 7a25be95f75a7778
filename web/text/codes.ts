// Words around codes that phones read, and of what is printed with them.
import { both } from './texts.ts';

export const codeText = {
  code: both('二维码：', 'QR code:'),
  tooLong: both('网址太长，放不进二维码；请把链接发给对方。', 'The address is too long for a code: send the link.'),
  printWithCode: both('打印（带二维码）', 'Print, with a QR code'),
  sameFacts: both('扫码打开同一组事实', 'Scan to open the same facts'),
  notOnPaper: both(
    '没有设置对外网址，本页又是在本机打开的：纸上不印二维码和网址，事实照列。',
    'No address is set up and this page is open on its own machine: the paper lists the facts, without code and address.',
  ),
  sheet: both('张贴点二维码', 'QR sheet for posting places'),
  sheetOf: both('打印二维码', 'Print QR codes'),
  printSheet: both('打印', 'Print'),
  backToPlaces: both('全部张贴点', 'All posting places'),
  scanForProgress: both('扫码看改造进度', 'Scan to see how far the works are'),
  noLogin: both('不用登录，不留信息', 'No account, nothing is recorded'),
  place: both('张贴点：', 'Posting place: '),
  sheetLead: both(
    '每个张贴点一张，沿虚线裁开，长期贴在公告栏旁；码通到本小区的进度公开页。公示文件上的码另印在文件上。',
    'One for each posting place, cut along the dashes; it leads to the public progress page. Notices bear codes of their own.',
  ),
  noPlacesYet: both('这个小区还没有登记张贴点。', 'No posting place is entered for this neighbourhood yet.'),
  noPublicAddress: both(
    '没有设置居民手机能打开的对外网址，二维码暂不生成；请系统管理员设好网址后再打印。',
    'No address that phones of residents reach is set, so no codes are made: ask the operator to set it, then print.',
  ),
} as const;
