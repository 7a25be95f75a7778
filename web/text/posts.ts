// Words of choosing and changing the post that one acts under.
import { both } from './texts.ts';

export const postsText = {
  title: both('以哪个岗位办理？', 'Which post do you act under?'),
  lead: both(
    '您任有多个岗位。看到的项目、待办和能办的事都按所选岗位；随时可以在导航栏的姓名旁更换。',
    'You hold several posts. Projects, tasks and what you may do follow the one you choose; change it any time beside your name in the navigation.',
  ),
  lost: both(
    '刚才的岗位已撤销或到期，不能再以它办理。填写的内容已保留。',
    'The post of a moment ago was taken away or is over: nothing more can be done under it. What you typed is kept.',
  ),
  signedInAs: both('已登录', 'Signed in as'),
  posts: both('我的岗位', 'My posts'),
  change: both('换岗位', 'Switch post'),
  current: both('当前', 'now'),
  stay: both('不换', 'Stay'),
  switchLead: both(
    '换了以后，本页按新岗位重新读取；其他标签页不受影响。',
    'This page is then read anew under the other post; other tabs stay as they are.',
  ),
} as const;
