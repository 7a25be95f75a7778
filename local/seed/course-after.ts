// After the works: defects within the warranty and beyond, and the yearly look at the management (二(三)8–9).
import { type Move, move, moveWhen, oneOf } from './move.ts';

const review = (after: number): Move =>
  move(after, 'STREET', 'review-management', ({ on, index, paper }) => ({
    year: on.slice(0, 4),
    reviewedOn: on,
    inPlace: index % 4 !== 3,
    findings: index % 4 === 3 ? '物业费收缴率低，保洁已中断' : '物业正常履约，停车和垃圾分类有序',
    record: paper('MR'),
  }));

export const COURSE_AFTER: readonly Move[] = [
  move(60, 'BODY', 'report-defect', ({ on }) => ({ part: 'PLUMBING', summary: '3 幢单元排水管渗漏', reportedOn: on })),
  moveWhen(
    ({ index }) => index % 4 !== 1,
    move(12, 'STREET', 'close-defect', ({ on, paper }) => ({ no: 1, repairedOn: on, record: paper('RP') })),
  ),
  review(260),
  moveWhen(
    oneOf(2, 0),
    move(90, 'COMMUNITY', 'report-defect', ({ on }) => ({
      part: 'WATERPROOFING',
      summary: '顶层屋面局部渗水',
      reportedOn: on,
    })),
  ),
  review(365),
];
