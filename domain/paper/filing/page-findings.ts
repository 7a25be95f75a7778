// What can be said about a page of a scanned stack: each with a code, a sentence, and what to do.
import type { Bilingual } from '../../bilingual.ts';

/** `NOTE`: the page is filed all the same. */
type Weight = 'NOTE' | 'NEEDS_ATTENTION' | 'REFUSED';

interface PageFindingKind {
  readonly weight: Weight;
  readonly says: Bilingual;
  readonly toDo: Bilingual;
}

const NOTHING: Bilingual = { zh: '无须处理', en: 'Nothing to do' };
const NAME_IT: Bilingual = {
  zh: '看图后输入页面上印的编码，按“归档”；不是本系统的页面，按“不归档”',
  en: 'Look at the picture, type the code printed on the page and file it; if the page is none of ours, leave it out',
};
const CHOOSE: Bilingual = {
  zh: '看图核对后选择“归档”“替换原页”或“不归档”',
  en: 'Look at the picture, then file it, let it replace the page on file, or leave it out',
};
const RESCAN: Bilingual = {
  zh: '能看清的可直接归档；看不清的擦净玻璃、放平后按 200 dpi 以上重新扫描这一页',
  en: 'File it if it can be read; otherwise clean the glass, lay the page flat and scan it again at 200 dpi or more',
};

export const PAGE_FINDINGS = {
  BLANK_PAGE: {
    weight: 'NOTE',
    says: { zh: '空白页（多为背面），随前一页保存', en: 'A blank page, mostly a back side: kept with the page before' },
    toDo: NOTHING,
  },
  HEAD_UNREADABLE: {
    weight: 'NOTE',
    says: { zh: '页首文字认不清，以二维码为准', en: 'The head of the page could not be read: its code decides' },
    toDo: NOTHING,
  },
  UNUSUAL_SIZE: {
    weight: 'NOTE',
    says: { zh: '页面不是 A4 或 A3', en: 'The page is neither A4 nor A3' },
    toDo: NOTHING,
  },
  NO_CODE: {
    weight: 'NEEDS_ATTENTION',
    says: { zh: '页面上没有找到归档二维码', en: 'No filing code was found on the page' },
    toDo: NAME_IT,
  },
  CODE_NOT_GENUINE: {
    weight: 'NEEDS_ATTENTION',
    says: {
      zh: '二维码的校验值不对：不是本系统生成的，或被误读',
      en: 'The check value of the code is wrong: not made here, or misread',
    },
    toDo: NAME_IT,
  },
  SEVERAL_CODES: {
    weight: 'NEEDS_ATTENTION',
    says: { zh: '一页上有几个不同的归档二维码', en: 'There are different filing codes on one page' },
    toDo: {
      zh: '多为两张叠扫或并排拍照，请逐张重新扫描',
      en: 'Mostly two sheets scanned together: scan each by itself',
    },
  },
  UNKNOWN_PROJECT: {
    weight: 'NEEDS_ATTENTION',
    says: { zh: '二维码上的项目编号不存在', en: 'There is no project of the number in the code' },
    toDo: NAME_IT,
  },
  WRONG_STREET: {
    weight: 'REFUSED',
    says: {
      zh: '这一页属于其他街道的项目，未归档',
      en: 'The page belongs to a project of another street and was not filed',
    },
    toDo: { zh: '请把原件转交属地街道扫描', en: 'Hand the original to the street it belongs to' },
  },
  OLD_VERSION: {
    weight: 'REFUSED',
    says: {
      zh: '这一页是旧版表格，现行版本已经不同，未归档',
      en: 'The page is of an old version of the form and was not filed',
    },
    toDo: { zh: '请用现行版本重新填写', en: 'Have the form in force filled in' },
  },
  VOID_PAPER: {
    weight: 'REFUSED',
    says: { zh: '这份文件已经作废，未归档', en: 'The paper is void and was not filed' },
    toDo: { zh: '请核对现行文件', en: 'Look for the paper in force' },
  },
  DUPLICATE: {
    weight: 'REFUSED',
    says: { zh: '同一页图像已经归档，不再重复归档', en: 'The very same picture of the page is on file already' },
    toDo: NOTHING,
  },
  REPLACED: {
    weight: 'REFUSED',
    says: { zh: '已被后来扫描的同一页替换', en: 'A later scan of the same page took its place' },
    toDo: NOTHING,
  },
  LEFT_OUT: {
    weight: 'REFUSED',
    says: { zh: '经办人看图后决定不归档', en: 'Left out by a person who looked at the picture' },
    toDo: NOTHING,
  },
  SAME_PAGE_AGAIN: {
    weight: 'NEEDS_ATTENTION',
    says: { zh: '这一页以前扫描过，两次图像不同', en: 'The page was scanned before, and the two pictures differ' },
    toDo: CHOOSE,
  },
  TITLE_DIFFERS: {
    weight: 'NEEDS_ATTENTION',
    says: { zh: '页首标题与二维码所指文件不符', en: 'The title of the page is not that of the paper its code names' },
    toDo: CHOOSE,
  },
  NEIGHBOURHOOD_DIFFERS: {
    weight: 'NEEDS_ATTENTION',
    says: {
      zh: '页首小区名与二维码所指项目不符',
      en: 'The neighbourhood on the page is not that of the project its code names',
    },
    toDo: CHOOSE,
  },
  BLURRED: {
    weight: 'NEEDS_ATTENTION',
    says: { zh: '图像模糊', en: 'The picture is blurred' },
    toDo: RESCAN,
  },
  LOW_RESOLUTION: {
    weight: 'NEEDS_ATTENTION',
    says: { zh: '分辨率不足 100 dpi', en: 'The resolution is below 100 dpi' },
    toDo: RESCAN,
  },
  MARKS_MISSING: {
    weight: 'NEEDS_ATTENTION',
    says: { zh: '四角定位块不全，不能逐格识读', en: 'Too few corner marks are left to read the cells' },
    toDo: {
      zh: '重新扫描整页，或由两人看图逐格录入',
      en: 'Scan the whole page again, or have its cells entered from the picture by two people',
    },
  },
  VECTOR_PAGE: {
    weight: 'NEEDS_ATTENTION',
    says: { zh: 'OFD 矢量页面，系统不能显示', en: 'A drawn OFD page, which cannot be shown here' },
    toDo: {
      zh: '用 OFD 阅读器打开核对后输入编码归档，或打印后扫描',
      en: 'Open it in an OFD reader and type its code, or print and scan it',
    },
  },
  UNREADABLE_PAGE: {
    weight: 'NEEDS_ATTENTION',
    says: { zh: '这一页在限定的时间和内存内打不开', en: 'The page did not open within the limits of time and memory' },
    toDo: { zh: '请把这一页重新扫描成图片', en: 'Scan the page again as a picture' },
  },
} as const satisfies Record<string, PageFindingKind>;

export type PageFindingCode = keyof typeof PAGE_FINDINGS;
export const PAGE_FINDING_CODES = Object.keys(PAGE_FINDINGS) as readonly PageFindingCode[];

export const PAGE_STATES = ['CHECKING', 'FILED', 'NEEDS_ATTENTION', 'REFUSED'] as const;
export type PageState = (typeof PAGE_STATES)[number];

/** The state that findings leave a page in: a refusal outweighs a question, a question outweighs a note. */
export function stateUnder(findings: readonly PageFindingCode[]): Exclude<PageState, 'CHECKING'> {
  const weights = findings.map((code): Weight => PAGE_FINDINGS[code].weight);
  if (weights.includes('REFUSED')) return 'REFUSED';
  return weights.includes('NEEDS_ATTENTION') ? 'NEEDS_ATTENTION' : 'FILED';
}
