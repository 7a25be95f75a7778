// Words of the papers of the district as a whole.
import { both } from './texts.ts';

export const districtPapersText = {
  title: both('全区文件', 'Papers of the district'),
  lead: both(
    '进度通报、街道考评表、会议纪要、视察记录，不属于哪一个项目。写错的由区旧改办一人提出、另一人确认作废。',
    'Circulars, assessments of streets, minutes, records of visits: of no single project. A mistake is voided by two persons of the district office: one proposes, another one confirms.',
  ),
  none: both('这一年还没有签发全区文件。', 'No paper of the district was issued in that year.'),
} as const;
