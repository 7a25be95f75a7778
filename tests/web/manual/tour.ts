// The five-minute tour of the manual: what to open, as whom, what to do there, and which picture is taken on the way.
import type { Page } from 'playwright-core';
import type { SIZES } from '../browser/sizes.ts';

/** What the demo district has to show, found when the pictures are taken. */
export interface Sights {
  readonly inPublicity: string;
  readonly inBallot: string;
  readonly collecting: string;
  readonly noticeAddress: string;
  readonly unitCode: string;
  readonly displayAddress: string;
}

/** Instead of an account: that of the street which the shown project belongs to. */
export const STREET_OF_PROJECT = 'street-of-project';

export interface Stop {
  /** Name of the picture too. */
  readonly name: string;
  readonly title: string;
  /** Account of the demo district, or of the street of a project; absent: nobody signs in. */
  readonly account?: string;
  readonly address: (sights: Sights) => string;
  /** The address as it stands in the manual. */
  readonly shownAddress: string;
  readonly size: keyof typeof SIZES;
  /** What is done on the page before the picture is taken. */
  readonly act?: (page: Page, sights: Sights) => Promise<void>;
  /** The picture is of this part of the page. */
  readonly from?: string;
  readonly caption: string;
  readonly text: readonly string[];
}

export const TOUR: readonly Stop[] = [
  {
    name: 'sign-in',
    title: '登录',
    address: () => '/',
    shownAddress: '/',
    size: 'desk',
    act: async (page) => {
      await page.locator('.door-right .ant-btn-primary').click();
      await page.locator('.accounts').first().waitFor();
    },
    caption: '登录页：演示区的账号都列在下面，按一下就登录',
    text: [
      '打开首页，点「统一身份登录」。第一次启动会带一个演示区：14 个街道、64 个小区，九个步骤都有。',
      '登录页下方列着演示账号。先用「区旧改办经办」进去看全区；以后想看别的岗位，退出再换一个账号即可。一个人任几个岗位时（「松台街道、滨江街道两处经办」就是），登录后先选一个，左下角「换岗位」随时可换。',
      '正式使用时没有这张表：账号由系统管理员在「设置 → 用户与岗位」里登记，谁给的、到哪天为止，都有记录。',
    ],
  },
  {
    name: 'dashboard',
    title: '看板：有没有卡住的，今天什么到期',
    account: 'renovation-office',
    address: () => '/',
    shownAddress: '/',
    size: 'desk',
    caption: '看板：第一句话就是结论',
    text: [
      '每一页最上面那句话就是结论，不用自己数。六个数字都能点，点开就是对应的项目清单。',
      '右上角可以只看一条街道、一个年份（项目编号里的年份）：数字和图只算这些项目，点开的清单也只列这些。柱和格子同样能点。',
      '「九步进度」看每一步压着多少个、停了多久；「街道停留」看哪条街道哪一步慢。样本不到 3 个的街道不排名。',
      '数字会自己变，不用刷新。右上角写着数据截至几点；连不上服务器时会写明落后多久，已经显示的内容不会消失。',
    ],
  },
  {
    name: 'projects',
    title: '项目：先办快到期的',
    account: 'street-01',
    address: () => '/projects',
    shownAddress: '/projects',
    size: 'desk',
    caption: '街道只看得到自己的小区，按到期日排',
    text: [
      '换成「五马街道经办」登录。街道只看得到自己的小区，别的街道的项目连名字也不会出现。',
      '每行写着到了第几步、下一步办什么、谁办、哪天到期。要新开一个小区，点右上角「新开项目」。',
    ],
  },
  {
    name: 'ballot',
    title: '方案表决：还差几户、几平方米',
    account: STREET_OF_PROJECT,
    address: ({ inBallot }) => `/projects/${inBallot}#ballot`,
    shownAddress: '/projects/项目编号#ballot',
    size: 'desk',
    from: '#ballot',
    caption: '户数和专有面积两把尺子，刻度就是三分之二',
    text: [
      '进入一个正在表决的项目。户数、专有面积各一把尺子，竖线是三分之二，旁边写着还差多少。',
      '数字旁的小标签是条款号，点开看原文和本系统采用的口径。',
    ],
  },
  {
    name: 'publicity',
    title: '公示：为什么是这一天',
    account: STREET_OF_PROJECT,
    address: ({ inPublicity }) => `/projects/${inPublicity}#publicity`,
    shownAddress: '/projects/项目编号#publicity',
    size: 'desk',
    from: '#publicity',
    caption: '逐日写明：计入、周末、放假、调休',
    text: [
      '公示从「张贴确认」那天的第二天起算，只数工作日。每一天为什么算、为什么不算，都写在日期下面。',
      '海报掉了就报「张贴缺损」：重新贴好后重新起算，只会变晚，不会提前。公示件被作废的，公示当即中断：按同一版重新印发，再办「准备公示」，各处重新张贴确认后重新起算。下一年放假安排没有发布时，满期日写「待定」，不会放行。',
    ],
  },
  {
    name: 'money',
    title: '资金：满 100% 才能确定项目',
    account: STREET_OF_PROJECT,
    address: ({ collecting }) => `/projects/${collecting}#money`,
    shownAddress: '/projects/项目编号#money',
    size: 'desk',
    from: '#money',
    caption: '到位率向下取整：差一分钱也不写 100%',
    text: [
      '居民自筹到账一笔，登记一笔：渠道、金额、日期、回单号。写错了不能改，只能冲正，两笔都留着。',
      '还没满 100% 时，「确定项目」不会是一个点不动的按钮，而是列在「还不能办」下面，写明还差多少元、依据哪一条。',
    ],
  },
  {
    name: 'intake',
    title: '扫描收件：一摞纸直接放进去',
    account: 'street-01',
    address: () => '/intake',
    shownAddress: '/intake',
    size: 'desk',
    caption: '不用先分小区，不用摆正，空白页会自己略过',
    text: [
      '把扫描件（PDF、JPEG、PNG、TIFF、OFD）拖进来，几个小区混在一起也行。每页按自己的二维码归档。',
      '要看的页会写明原因和办法：模糊的重扫，没有码的手工归档，签字看不清的逐格确认。拒收的也留着原件。',
    ],
  },
  {
    name: 'notice',
    title: '居民看公示：扫海报上的码，不用登录',
    address: ({ noticeAddress }) => noticeAddress,
    shownAddress: '/p/n/公示编码',
    size: 'phone',
    act: async (page, { unitCode }) => {
      await page.locator('#unit-code').fill(unitCode);
      await page.locator('#unit-code').press('Enter');
      await page.locator('.pay').waitFor();
    },
    caption: '居民手机上：第几个工作日、通过没有、我家大约出多少钱',
    text: [
      '这是海报二维码打开的页面。不用账号，不设 Cookie，关掉脚本也能看。最下面的「打电话问」拨的是街道在「设置 → 办公电话」里登记的号码；没有登记的，只写找哪个单位。',
      '输入幢和室号，可查自家在不在同意名单上；输入信箱里户码条上的 8 位户码，可看自家大约出多少钱。页面上没有姓名，也没有谁不同意。',
    ],
  },
  {
    name: 'objection',
    title: '居民提异议：凭户码，编号当场给',
    address: ({ noticeAddress }) => `${noticeAddress}/objection`,
    shownAddress: '/p/n/公示编码/objection',
    size: 'phone',
    caption: '只要户码和一个理由，不用姓名和电话',
    text: [
      '只填户码、选一个理由，就能提异议，当场得到编号，凭编号看处理结果。',
      '业委会收到后牵头调解，在项目页「记录协商调解」。有一件没有结果，项目就不会进入下一步。',
    ],
  },
  {
    name: 'verify',
    title: '核验：这份文件是真的吗',
    address: () => '/p/v',
    shownAddress: '/p/v',
    size: 'phone',
    caption: '照抄编码，或用手机扫纸上的二维码',
    text: ['本系统签发的每一页都有编码。任何人都能核验：真、已被替代、已撤销，或者查无此码。'],
  },
  {
    name: 'screen',
    title: '大屏：挂在墙上，五米外看得清',
    address: ({ displayAddress }) => displayAddress,
    shownAddress: '/screen',
    size: 'wall',
    caption: '四个画面轮流；断网时画面留着，写明停在几点',
    text: [
      '大屏不用登录，用显示密钥：系统管理员在「设置 → 大屏」里生成网址，在大屏电脑上打开即可。',
      '四个画面每 20 秒换一次。左右键翻页，空格暂停。屏上只有数字和小区名。',
    ],
  },
  {
    name: 'calculators',
    title: '试算：按这些数，结果是什么',
    address: () => '/calculators/funding',
    shownAddress: '/calculators/funding',
    size: 'desk',
    caption: '左边填数，右边出结果和依据；不登录也能用',
    text: [
      '六个试算：表决、资金、多退少补、公示日期、适用范围、招标。填的数都在网址里，复制网址就能发给别人。试算不留存。',
    ],
  },
  {
    name: 'audit',
    title: '审计：都能看，都不能改',
    account: 'audit',
    address: () => '/audit',
    shownAddress: '/audit',
    size: 'desk',
    caption: '常见问题今天各有几件，随时能查',
    text: [
      '审计岗位看得到全部项目、全部台账，但没有一个按钮能改数据。',
      '每个项目可下载证据包：台账、文件、签名都在里面。拿到自己的电脑上，一条命令就能核验有没有被动过。',
    ],
  },
  {
    name: 'operations',
    title: '运维：有没有卡住，自动修了什么',
    account: 'operator',
    address: () => '/operations/reconciler',
    shownAddress: '/operations/reconciler',
    size: 'desk',
    caption: '每 15 分钟对一次账，能自己修的自己修',
    text: [
      '系统管理员管用户、日历、大屏密钥，看不到任何个人信息；项目只见编号、步骤、期限和流程在等什么，不见小区名称、意见和文书。新一年的放假安排发布后，在「运维 → 日历」里补录，正在公示的会自动补算。',
    ],
  },
];
