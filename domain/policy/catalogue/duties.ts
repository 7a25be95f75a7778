// The rules on who has which duty: 三(一), 三(二).
import type { Rule, RuleHome } from '../rule.ts';

const partyDuty = {
  kind: 'principle',
  why: 'Duty of a party, kept in the register of parties; the acts it leads to have rules of their own.',
} as const satisfies RuleHome;

export const dutiesRules = {
  'D-00a': {
    clause: '三(一)',
    quote: '成立鹿城区老旧小区改造工作领导小组，负责统筹、协调、督查、考核等工作',
    formal: 'coordinate, inspect, assess',
    home: partyDuty,
  },
  'D-00b': {
    clause: '三(一)',
    quote: '领导小组下设办公室（设在区住建局），挂区旧改办，从全区抽调专职工作人员实体化办公',
    formal: 'office inside the housing bureau, full-time staff',
    home: partyDuty,
  },
  'D-00c': {
    clause: '三(一)',
    quote: '各街道作为第一责任人和建设单位，组织落实专人专职从事旧改工作',
    formal: 'first responsible party AND employer (建设单位); dedicated staff',
    home: partyDuty,
  },
  'D-01': {
    clause: '三(二)',
    quote: '具体负责组织协调、政策拟定、计划编制、督促推进、通报考核等工作',
    formal:
      'coordination, policy, plans, pushing, circulars and assessment; city liaison; guidance on tendering and works supervision',
    home: partyDuty,
  },
  'D-02': {
    clause: '三(二)',
    quote: '区府办：负责统筹协调区老旧小区改造工作相关问题',
    formal: 'overall coordination',
    home: partyDuty,
  },
  'D-03': {
    clause: '三(二)',
    quote: '负责做好老旧小区“红色管家”创建工作',
    formal: '"red steward" programme',
    home: partyDuty,
  },
  'D-04': {
    clause: '三(二)',
    quote: '区信访局：负责协调改造提升工作中涉及的群众来信、来访',
    formal: 'letters and visits',
    home: partyDuty,
  },
  'D-05': {
    clause: '三(二)',
    quote: '区发改局：负责老旧小区改造项目的立项审批等工作',
    formal: 'project approval, simplify procedures, seek higher-level subsidies, fee guidance',
    home: partyDuty,
  },
  'D-06': {
    clause: '三(二)',
    quote: '区公安分局：负责指导、协调老旧小区防盗门、监控等，牵头负责出租房整治',
    formal: 'doors, CCTV; leads rental-housing clean-up',
    home: partyDuty,
  },
  'D-07': {
    clause: '三(二)',
    quote: '指导协助街道做好自治小组的监督工作',
    formal: 'mobilisation; help streets supervise self-governance groups',
    home: partyDuty,
  },
  'D-08': {
    clause: '三(二)',
    quote: '区财政局：负责老旧小区改造专项资金的统筹安排及监管',
    formal: 'special funds, review of project funds, seek central subsidy; audits final accounts (F-04)',
    home: partyDuty,
  },
  'D-09': {
    clause: '三(二)',
    quote: '区交通运输局：负责指导、协调小区交通组织的改造',
    formal: 'traffic organisation',
    home: partyDuty,
  },
  'D-10': {
    clause: '三(二)',
    quote: '区审计局：负责对老旧小区改造项目的审计工作的指导和监督',
    formal: 'guides and supervises project audit',
    home: partyDuty,
  },
  'D-11': {
    clause: '三(二)',
    quote: '区综合行政执法局：负责协调处理小区内的违法建设行为',
    formal:
      'illegal structures; municipal roads around; occupation/excavation and tree approvals; pipe connection guidance',
    home: partyDuty,
  },
  'D-12': {
    clause: '三(二)',
    quote: '办理因老旧小区改造涉及的占道、开挖，树木伐移等审批工作',
    formal: 'three permits: road occupation, excavation, tree felling/moving',
    home: partyDuty,
  },
  'D-13': {
    clause: '三(二)',
    quote: '区政务服务大厅：统筹改造项目的行政审批推进工作',
    formal: 'push approvals, shorten time',
    home: partyDuty,
  },
  'D-14': {
    clause: '三(二)',
    quote: '负责提供经区政府审议通过的拆迁计划及相应的拆征范围',
    formal: 'supplies the demolition plan and boundary (input of E-03)',
    home: { kind: 'check', implementedBy: 'domain/policy/rules/eligibility.ts' },
  },
  'D-15': {
    clause: '三(二)',
    quote: '区房产管理中心：负责指导协调小区中的直管公房和已房改直管公房的改造工作',
    formal: 'public housing; guidance on property management',
    home: partyDuty,
  },
  'D-16': {
    clause: '三(二)',
    quote: '市自然资源和规划局鹿城分局：负责指导、协调方案联审过程中涉及规划、土地的相关审查',
    formal: 'planning/land part of joint review',
    home: partyDuty,
  },
  'D-17': {
    clause: '三(二)',
    quote: '市生态环境局鹿城分局：负责对老旧小区改造中涉及工业生产活动中使用固定的设备时产生的噪声监管',
    formal: 'industrial fixed-equipment noise only',
    home: partyDuty,
  },
  'D-18': {
    clause: '三(二)',
    quote: '市公安局交管局一大队、二大队：负责指导、协调老旧小区周边施工期间的交通组织相关事宜',
    formal: 'traffic around works',
    home: partyDuty,
  },
  'D-19': {
    clause: '三(二)',
    quote: '区消防救援大队：负责牵头老旧小区消防安全整治，指导老旧小区进行消防设施增配改造',
    formal:
      'fire-safety clean-up; guidance. NOTE: fire ACCEPTANCE filing goes to the housing department (消防法 13), not the brigade',
    home: partyDuty,
  },
  'D-20': {
    clause: '三(二)',
    quote: '协调处理项目改造中发生的各类纠纷矛盾',
    formal:
      'disputes; mobilise residents; raise funds; guide formation of the body; long-term mechanism; report problems',
    home: partyDuty,
  },
  'D-21': {
    clause: '三(二)',
    quote: '组织社区居民筹措改造资金，指导成立小区业委会或自治小组',
    formal: 'fund-raising and body formation',
    home: partyDuty,
  },
  'D-22': {
    clause: '三(二)',
    quote: '供电、水务、燃气、电信、移动、联通、中广有线等企业：支持、配合做好水、电、气、通信等线路改造工作',
    formal: 'support and cooperate with line works',
    home: partyDuty,
  },
  'D-23': {
    clause: '三(二)',
    quote: '负责做好与市级部门的沟通联系',
    formal: 'liaison with municipal departments',
    home: partyDuty,
  },
  'D-24': {
    clause: '三(二)',
    quote: '指导、协调改造工程涉及的招投标、工程监管等业务事宜，并提供相关服务',
    formal: 'guidance on tendering and works supervision',
    home: partyDuty,
  },
  'D-25': {
    clause: '三(二)',
    quote: '联系市级有关部门指导老旧小区相关收费事宜',
    formal: 'fee guidance; also helps to obtain higher-level subsidies ("协助争取上级补助资金")',
    home: partyDuty,
  },
  'D-26': {
    clause: '三(二)',
    quote: '负责指导协调街道、社区宣传发动居民群众积极参与老旧小区改造工作',
    formal: 'guides mobilisation of residents',
    home: partyDuty,
  },
  'D-27': {
    clause: '三(二)',
    quote: '协助争取中央等上级补助资金',
    formal: 'helps to obtain central subsidy',
    home: partyDuty,
  },
  'D-28': {
    clause: '三(二)',
    quote:
      '指导、协调各街道做好老旧小区雨污管网与周边市政管网衔接，以及房前屋后绿化美化、区间道路、路灯、雨污管网等设施改造事宜',
    formal: 'connection of pipes to municipal network; greening, roads, lamps',
    home: partyDuty,
  },
  'D-29': {
    clause: '三(二)',
    quote: '及时向区领导小组和区旧改办汇报需协调解决的问题，落实区领导小组和办公室布置的各项工作要求',
    formal: 'escalate problems; carry out the requirements of the leading group and Office',
    home: partyDuty,
  },
  'D-30': {
    clause: '三(二)',
    quote: '建立健全长效机制管理机制',
    formal: 'long-term mechanism (typo in the source: 机制 twice)',
    home: partyDuty,
  },
} as const satisfies Readonly<Record<string, Rule>>;
