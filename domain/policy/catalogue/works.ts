// The rules on steps 6 and 7, supervision and acceptance: 二(三)6–7.
import type { Rule } from '../rule.ts';

export const worksRules = {
  'SU-01': {
    clause: '二(三)6',
    quote: '要求参建单位项目管理人员到位、责任到位、验收到位',
    formal: 'three "in place" checks per participating unit: staff, responsibility, acceptance.',
    home: { kind: 'check', implementedBy: 'domain/projects' },
  },
  'SU-02': {
    clause: '二(三)6',
    quote: '建设单位要在小区内建立多位一体、各方参与的现场沟通协调平台，做到“现场反映情况、现场沟通协调、现场解决问题”',
    formal: 'on-site platform exists: each issue has {raised, discussed, resolved} on site.',
    home: { kind: 'gate', implementedBy: 'domain/projects' },
  },
  'SU-03': {
    clause: '二(三)6',
    quote: '建立居民参与施工过程监督的工作机制，鼓励具有技术特长的居民参与工程监督',
    formal: 'resident supervision mechanism; skilled residents encouraged.',
    reading: {
      zh: '并见三(五)民间监理员。',
      en: 'See also I-11 民间监理员.',
    },
    home: { kind: 'principle', why: 'Encouragement: resident supervisors are listed, nothing waits for them.' },
  },
  'SU-04': {
    clause: '二(三)6',
    quote: '规范老旧小区改造项目的过程跟踪审计',
    formal: 'process-tracking audit engaged for the project.',
    home: { kind: 'check', implementedBy: 'domain/policy/rules/progress-payment.ts' },
  },
  'SU-05': {
    clause: '二(三)6',
    quote: '原则上不允许工程变更',
    formal:
      'changeOrder ⇒ default REJECT; override needs reason + approver; a change of plan content voted by owners ⇒ new ballot (V-03); larger changes ⇒ original approver (政府投资条例 21), over-budget ⇒ 23.',
    reading: {
      zh: '谁可同意例外未写明：由街道和跟踪审计同意，报区旧改办。',
      en: 'Who may approve the exception is not said: reading = street + tracking auditor, reported to the District Office.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/change-order.ts' },
  },
  'SU-06': {
    clause: '二(三)6',
    quote: '区住建局要根据老旧小区改造工作的特点，对工程全过程进行监管，严格落实工程质量、安全生产、文明施工等管理要求',
    formal: 'housing bureau supervises throughout: quality, safety, civilised site.',
    home: {
      kind: 'principle',
      why: 'Supervision duty of the housing bureau throughout; its inspections are recorded under SU-01.',
    },
  },
  'AC-01': {
    clause: '二(三)7',
    quote: '项目完工后，由建设单位组织相关责任单位进行联合竣工验收',
    formal:
      'after completion the employer organises JOINT completion acceptance with the responsible units (survey, design, construction, supervision, departments).',
    reading: {
      zh: '文中没有写居民或业委会，可邀请列席。',
      en: 'Residents/body: not named; invite as observers.',
    },
    home: { kind: 'gate', implementedBy: 'domain/projects' },
  },
  'AC-02': {
    clause: '二(三)7',
    quote: '验收通过后，应及时完成竣工财务决算',
    formal: 'final accounts after acceptance, "promptly".',
    reading: {
      zh: '“及时”未定期限：三个月（财建〔2016〕503号），中小型项目可延长不超过两个月。',
      en: '"及时" undefined: 3 months (财建〔2016〕503号 2; extension ≤2 months for small/medium). Real audit finding: CASE-26.',
    },
    home: { kind: 'check', implementedBy: 'domain/policy/rules/deadlines.ts' },
  },
  'AC-03': {
    clause: '二(三)7',
    quote: '做好竣工项目的资料整理、归档和移交工作',
    formal: 'collate, archive, hand over.',
    home: { kind: 'gate', implementedBy: 'domain/projects' },
  },
} as const satisfies Readonly<Record<string, Rule>>;
