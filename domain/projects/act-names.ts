// The closed list of acts, in the order of the procedure: one name each, in ledger, API, table, machines and file names.

export const ACT_NAMES = [
  // 1 征求居民意见
  'open-project',
  'record-survey',
  'determine-eligibility',
  'start-consultation',
  'tally-willingness',
  'submit-willingness',
  'form-body',
  // 2 制定初步方案
  'commission-design',
  'submit-design',
  'revise-plan',
  // 3 确认改造方案
  'publish-plan',
  'open-ballot',
  'tally-plan-ballot',
  'post-notice',
  'confirm-posting',
  'report-poster-down',
  'file-objection',
  'record-mediation',
  'close-publicity',
  // 4 确定项目启动
  'submit-application',
  'open-account',
  'book-contributions',
  'reverse-contribution',
  'reserve-subsidy',
  'confirm-project',
  'report-project',
  'consent-start',
  'list-in-investment-plan',
  // 5 工程组织实施，二(四)
  'choose-delivery-mode',
  'file-feasibility-study',
  'decide-feasibility-study',
  'convene-joint-review',
  'give-review-opinion',
  'remove-review-party',
  'issue-review-minutes',
  'file-preliminary-design',
  'decide-preliminary-design',
  'file-drawings',
  'record-ex-post-review',
  'close-review-findings',
  'file-combined-permit',
  'decide-combined-permit',
  'record-tender',
  'start-works',
  // 6 项目过程监督
  'establish-site-platform',
  'register-resident-supervisors',
  'engage-tracking-audit',
  'log-site-problem',
  'resolve-site-problem',
  'record-inspection',
  'request-change-order',
  'decide-change-order',
  'record-progress-payment',
  'report-completion',
  // 7 项目竣工验收
  'record-acceptance',
  'file-fire-acceptance',
  'file-completion',
  'submit-final-accounts',
  'approve-final-accounts',
  'settle-contributions',
  'complete-settlement',
  'archive-project',
  // 8 项目移交维护
  'transfer-utility',
  'hand-over',
  // 9 长效管理机制
  'set-management-mode',
  'end-warranty',
  // at any time
  'recheck-eligibility',
  'suspend-project',
  'resume-project',
] as const;

export type ActName = (typeof ACT_NAMES)[number];

export const isActName = (name: string): name is ActName => (ACT_NAMES as readonly string[]).includes(name);
