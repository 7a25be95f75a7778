// The seven streamlined approvals of 二(四): what each asks for and how far it is.
import { both } from './texts.ts';

export const approvalText = {
  study: both('项目立项', 'Approval of the project'),
  studyNote: both('可行性研究、初步设计（含概算）两项批复', 'study, then preliminary design with its estimate'),
  studyApproved: both('可研已批', 'study approved'),
  review: both('方案联审', 'Joint review'),
  reviewNote: both('牵头部门出具会议纪要', 'minutes by the lead department'),
  drawings: both('施工图', 'Drawings'),
  drawingsNote: both('自审承诺书与全套图一并上传', 'undertaking and drawings together'),
  permit: both('多合一许可', 'Combined permit'),
  permitNote: both('建设、消防、人防合并办理', 'construction, fire and civil defence in one'),
  tender: both('招标发包', 'Tender'),
  tenderNote: both('达限额公开招标，以下走小额工程', 'open tender above the limit, small works below'),
  fire: both('消防备案', 'Fire filing'),
  fireNote: both('材料齐全即办', 'granted at once when complete'),
  completion: both('竣工备案', 'Completion filing'),
  completionNote: both('只需验收报告、质量保修书', 'only report and warranty'),
  notYet: both('未到', 'not yet'),
  filed: both('已报', 'filed'),
  approved: both('已批', 'approved'),
  returned: both('已退回', 'returned'),
  passed: both('已通过', 'passed'),
  open: both('进行中', 'open'),
  recorded: both('已记录', 'recorded'),
  notApplicable: both('不适用', 'not applicable'),
  delivery: both('建设方式', 'Delivery'),
} as const;
