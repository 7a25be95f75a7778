// The rules on step 5 and the streamlined approvals: 二(三)5, 二(四).
import type { Rule } from '../rule.ts';

export const approvalsRules = {
  'AP-00': {
    clause: '二(三)5',
    quote:
      '街道要切实履行城镇老旧小区改造实施主体责任，确定改造实施方式，按照城镇老旧小区改造项目审批流程的有关规定组织项目报建',
    formal:
      'street chooses the delivery mode (e.g. EPC, design-bid-build, whole-process consulting) and files for approval.',
    home: { kind: 'gate', implementedBy: 'domain/projects' },
  },
  'AP-01': {
    clause: '二(四)1',
    quote: '纳入工程建设项目审批管理系统 2.0（投资在线审批监管平台 3.0）',
    formal: 'all approvals run in that system; documents shared – do not ask twice.',
    reading: {
      zh: '并见《政府投资条例》第十条。',
      en: '政府投资条例 10.',
    },
    home: { kind: 'gate', implementedBy: 'domain/projects' },
  },
  'AP-02': {
    clause: '二(四)1',
    quote: '改造项目仅需审批可行性研究报告和政府投资项目初步设计，项目概算纳入初步设计审批',
    formal:
      'required approvals = {FEASIBILITY_STUDY, PRELIMINARY_DESIGN(with BUDGET_ESTIMATE)}; no separate project proposal, no separate budget approval.',
    reading: {
      zh: '《政府投资条例》第十二条：概算超过可研估算10%的须报告，可要求重新报批；恰好10%不算超过。',
      en: '政府投资条例 12: estimate > FSR estimate by more than 10 % ⇒ report/possible re-approval (advisory check; exactly 10 % is not "超过").',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/estimate.ts' },
  },
  'AP-03': {
    clause: '二(四)2',
    quote: '老旧小区改造牵头部门组织相关单位进行方案联审，审定通过后出具方案联审会议纪要',
    formal: 'joint review by lead department; output = minutes; no minutes ⇒ not passed.',
    reading: {
      zh: '与立项的先后未定，建议在初步设计批复之前。',
      en: 'Order relative to AP-02 not fixed; recommended before preliminary-design approval.',
    },
    home: { kind: 'gate', implementedBy: 'domain/projects' },
  },
  'AP-04': {
    clause: '二(四)3',
    quote:
      '改造项目施工许可前无需进行施工图审查，建设单位将施工图自审承诺书和全套施工图设计文件一起上传施工图数字化审查系统',
    formal:
      'documents = {SELF_REVIEW_UNDERTAKING, FULL_CONSTRUCTION_DRAWINGS} uploaded together before the permit; no prior drawing review.',
    reading: {
      zh: '两件须一起上传。',
      en: 'Both, together ("一起").',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/filings.ts' },
  },
  'AP-05': {
    clause: '二(四)3',
    quote: '建设部门按照有关规定委托图审机构进行事后审查',
    formal: 'ex-post review by an institution commissioned by the construction department; findings must be closed.',
    reading: {
      zh: '不影响施工许可；施工中发现问题的，整改。',
      en: 'Does not hold the permit; an adverse finding during works ⇒ rectification.',
    },
    home: { kind: 'gate', implementedBy: 'domain/projects' },
  },
  'AP-06': {
    clause: '二(四)4',
    quote: '改造项目符合浙建〔2019〕9号文件规定办理建设、消防、人防审批事项“多合一”审批的，应予以办理',
    formal:
      'if conditions of 浙建〔2019〕9号 are met ⇒ authority MUST process construction + fire + civil-defence as one.',
    reading: {
      zh: '浙建〔2019〕9号的条件不在本文内，由申请人注明依据后确认。',
      en: 'Conditions are in an external text not found: store as attested boolean with citation.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/filings.ts' },
  },
  'AP-07': {
    clause: '二(四)5',
    quote: '严格执行关于公开招投标的限额规定',
    formal: 'contract value ≥ statutory threshold ∧ project uses state funds ⇒ open tender.',
    reading: {
      zh: '限额在文外：施工400万元、货物200万元、服务100万元，含本数；财政资金200万元以上且占10%以上。限额按生效日期登记，不得化整为零。',
      en: 'Thresholds outside the text: works 400, goods 200, services 100 (万元), "以上" includes; fund test 200万 ∧ ≥10 % (国家发改委令16号). Configurable table with effective dates. No splitting (招标投标法 4).',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/tender.ts' },
  },
  'AP-08': {
    clause: '二(四)5',
    quote: '限额以下项目按照《关于加强小额工程发包规范化管理的通知》（温鹿政发〔2019〕91号）文件执行',
    formal: 'below threshold ⇒ small-works route per 温鹿政发〔2019〕91号.',
    reading: {
      zh: '91号文未取得，只登记办理方式和附件。',
      en: 'Text of 91号 not available ⇒ route name + attachment only.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/tender.ts' },
  },
  'AP-09': {
    clause: '二(四)6',
    quote:
      '建设单位提交申请人身份证明文件、工程竣工消防验收报告、有关消防设计内容的竣工图纸、建筑构件及材料防火性能符合国家标准或行业标准的证明文件和出厂合格证（盖建设单位公章）即可办理',
    formal:
      'fire filing set = {D1 applicant identity, D2 completion fire-acceptance report, D3 as-built drawings of fire design, D4 fire-performance certificates, D5 factory certificates (employer seal)}; complete ⇒ accept ("即可").',
    reading: {
      zh: '公章按文义用于证明文件和合格证，其余建议加盖。期限不在文内：验收后5个工作日（住建部令第51号）。特殊建设工程为消防验收，不是备案。',
      en: 'Seal: grammatically attaches to the last item(s) (D4/D5); require it there, recommend it on all copies. Deadline not in text: 5 working days after acceptance (住建部令51号). Special construction works need acceptance, not filing.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/filings.ts' },
  },
  'AP-10': {
    clause: '二(四)7',
    quote: '建设单位只需提供工程竣工验收报告、施工单位签署的工程质量保修书即可办理该事项',
    formal:
      'completion filing set = {ACCEPTANCE_REPORT, QUALITY_WARRANTY signed by contractor}; nothing else may be demanded.',
    reading: {
      zh: '期限不在文内：验收合格之日起15日（自然日），不是15个工作日。',
      en: 'Deadline not in text: within 15 DAYS (calendar) of acceptance (质量条例 49; 住建部令2号) – not 15 working days.',
    },
    home: { kind: 'gate', implementedBy: 'domain/policy/rules/filings.ts' },
  },
  'AP-11': {
    clause: '二(四)7',
    quote: '简化档案验收材料，温州市城建档案馆根据改造项目特性，按实际形成的文件归档',
    formal: 'archive whatever was actually created; a missing document type that never existed is not a defect.',
    reading: {
      zh: '三个月的移交期限来自一般规定。',
      en: '3-month transfer limit from general law.',
    },
    home: { kind: 'check', implementedBy: 'domain/policy/rules/deadlines.ts' },
  },
} as const satisfies Readonly<Record<string, Rule>>;
