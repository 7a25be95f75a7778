// The manual as Markdown, from the stops of the tour.
import { DEMO_ACCOUNTS } from '../../../local/seed/district.ts';
import { STREET_OF_PROJECT, TOUR } from './tour.ts';

export const pictureOf = (name: string): string => `manual/${name}.webp`;

const whoOpens = (account: string | undefined): string => {
  if (account === undefined) return '不用登录';
  if (account === STREET_OF_PROJECT) return '账号：这个小区所属街道的经办';
  return `账号 \`${account}\`（${DEMO_ACCOUNTS.find(({ id }) => id === account)?.name}）`;
};

export function manualText(): string {
  const stops = TOUR.map(({ name, title, account, shownAddress, caption, text }, index) =>
    [
      `## ${index + 1}　${title}`,
      `${whoOpens(account)}　·　地址 \`${shownAddress}\``,
      ...text,
      `![${caption}](${pictureOf(name)})`,
    ].join('\n\n'),
  );
  return `${[BEGINNING, ...stops, END].join('\n\n')}\n`;
}

const BEGINNING = `<!-- 由 npm run manual 生成，图在生成时当场拍下；要改文字，改 tests/web/manual/tour.ts。 -->

# 旧改系统使用手册：五分钟走一遍

这本手册给街道、社区、业委会和区级各单位的经办人看。照着走一遍，大约五分钟。图里是演示区，不是真实项目。

开始之前，在装好的电脑上运行 \`npm start\`，打开屏幕上写的网址（一般是 <http://localhost:8080>）。`;

const END = `## 办事时要知道的几件事

- **写进台账的不能删改。** 写错了用冲正，或者补一条更正；原来的那条一直在。
- **不能办的，会说差什么。** 看项目页右边「还不能办」：原因、条款、差多少，哪天能办。
- **两个人同时办同一件事，** 先到的算数；后到的会看到「这一步刚被办了」，填的内容还在，看过再办。
- **登录过期、断网，** 页面和已填的内容都留着；重新登录后接着办。
- **个人信息不进台账。** 姓名、电话、签名只在纸件和名册里，页面和通知里都没有。
- **键盘能办全部事情。** 按 \`?\` 看快捷键；签字表逐格确认用 \`1\`、\`2\`、\`3\` 和方向键。

要问的，先找本单位的系统管理员；规则上的问题，看数字旁边的条款标签，或问区旧改办。`;
