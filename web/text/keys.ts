// Words of the sheet of keys.
import { both } from './texts.ts';

export const keysText = {
  title: both('快捷键', 'Keys'),
  everywhere: both('任何页面', 'Everywhere'),
  find: both('查找项目', 'find a project'),
  help: both('打开本表', 'open this sheet'),
  lists: both('列表', 'Lists'),
  walk: both('下一行、上一行', 'next row, previous row'),
  open: both('打开', 'open'),
  forms: both('表单', 'Forms'),
  submit: both('提交', 'submit'),
  close: both('关闭', 'close'),
  scans: both('扫描件', 'Scans'),
  look: both('放大、转动', 'zoom, turn'),
  beside: both('两页对看：打开、对换、叠看', 'two pages side by side: open, swap, lay over'),
  rows: both('逐格确认：见签字表页', 'rows of sheets: see the page of the sheet'),
  on: both('使用单键快捷键', 'Use single keys'),
  off: both('输入时从不生效；可在此关闭。', 'Never while you type; they can be switched off here.'),
  done: both('关闭', 'Close'),
} as const;
