// The rules on money: 三(三).
import type { Rule } from '../rule.ts';

export const fundingRules = {
  'F-01': {
    clause: '三(三)1',
    quote: '老旧小区改造资金由居民自筹资金、财政补助资金组成',
    formal: 'sources = {RESIDENT, FISCAL}; T = resident + fiscal.',
    reading: {
      zh: '只有两个来源，因此补助以外的均由居民承担；另有资金的专项不在总投资之内。',
      en: 'So anything not subsidised is resident money (see A-09c). Special-line funds (F-12) sit outside T if separately funded.',
    },
    home: { kind: 'formula', implementedBy: 'domain/policy/rules/funding-findings.ts' },
  },
  'F-02': {
    clause: '三(三)1',
    quote: '居民自筹按照必选类、基础类、完善类、提升类改造内容出资比例分别为相应改造内容投资额 0%、10%、30%、70%',
    formal: 'r_M=0, r_B=0.10, r_I=0.30, r_U=0.70; share_k = r_k · I_k.',
    reading: {
      zh: '此处为固定比例；市级指南为“不低于”，且没有必选类。',
      en: 'Fixed rates here; the city guide says "不低于" 10/30/70 with no 必选类 (CASE-17).',
    },
    home: { kind: 'formula', implementedBy: 'domain/policy/rules/funding-findings.ts' },
  },
  'F-03': {
    clause: '三(三)1',
    quote: '居民自筹资金按改造内容加权计算，包括工程费用、工程建设其他费用、预备费等',
    formal: 'I_k = C_k + (O+P)·C_k/ΣC; S = Σ r_k·I_k = T·w, w = Σ r_k·C_k / ΣC_k.',
    reading: {
      zh: '其他费用和预备费的分摊办法未写明，按工程费用比例分摊，等于对总投资用一个加权比例；可以明确归属某一类的直接计入该类。自筹额只舍入一次，四舍五入到分。决算时预备费一般为零。',
      en: 'How to weight O and P is not stated. Reading: pro rata to direct cost (equals one weighted average rate w on the whole T). If a cost is attributable to one category (e.g. a survey only for the parking deck) it may be booked there directly. "等" = any other capital cost in the estimate. ΣC = 0 ⇒ w = 0. Round S once, to 0.01 yuan, half-up; category lines by largest remainder so they add up. At FINAL accounts P is normally 0 (contingency is either spent inside other lines or not incurred).',
    },
    home: { kind: 'formula', implementedBy: 'domain/policy/rules/funding-findings.ts' },
  },
  'F-04': {
    clause: '三(三)1',
    quote: '小区改造项目总投资额按财政部门审计核定的竣工财务决算数为准',
    formal:
      'T_final = amount in the final accounts audited by the finance department. Before that: T_est (plan budget → approved 概算 → contract) flagged ESTIMATE.',
    reading: {
      zh: '只有审计核定的决算数产生有约束力的补助，此前均为测算。',
      en: 'Only the final figure produces a binding subsidy; every earlier result is an estimate.',
    },
    home: { kind: 'formula', implementedBy: 'domain/policy/rules/funding-findings.ts' },
  },
  'F-05': {
    clause: '三(三)1',
    quote: '不包括加装电梯等已有明文规定的改造内容（按相关办法另行补助）',
    formal:
      "T excludes elevators and other items with their own express subsidy rules; their cost, subsidy and owners' money are kept in a separate ledger.",
    reading: {
      zh: '“等”须有明文规定，列明依据；加装电梯的出资不计入自筹，也不计入到位率。',
      en: '"等" is open but needs an express rule (明文规定): require a citation. Elevator contributions do not count to S or to arrivalRate (city guide: "不包括用于电梯的出资").',
    },
    home: { kind: 'check', implementedBy: 'domain/policy/rules/funding-findings.ts' },
  },
  'F-06': {
    clause: '三(三)1',
    quote: '财政补助基数为总投资额扣除居民自筹资金后的金额',
    formal: 'base = T − S; b = base / A.',
    reading: {
      zh: '此处居民自筹只指按比例计算的部分，不含超出部分，否则循环计算。',
      en: 'Here 居民自筹 = S only (not S+E), else circular: E is defined from the base.',
    },
    home: { kind: 'formula', implementedBy: 'domain/policy/rules/funding-findings.ts' },
  },
  'F-07': {
    clause: '三(三)1',
    quote: '补助基数高于 400 元/平方米的按 400 元/平方米补助，超出部分居民自理',
    formal: 'b > 400 ⇒ G = 400·A; E = base − 400·A borne by residents.',
    reading: {
      zh: '按金额比较（基数与400元乘面积），不用四舍五入后的单价；居民合计为自筹与超出部分之和。',
      en: 'Compare amounts (base vs 400·A), not a rounded unit price. residents total = S + E = T − G.',
    },
    home: { kind: 'formula', implementedBy: 'domain/policy/rules/funding-findings.ts' },
  },
  'F-08': {
    clause: '三(三)1',
    quote: '低于 400 元/平方米的按实补助',
    formal: 'b < 400 ⇒ G = base, E = 0.',
    reading: {
      zh: '恰好400元两句都未写明，但两种算法结果相同，取基数与上限的较小者。',
      en: 'b = 400 exactly is named by neither limb; both give G = 400·A = base, so G = min(base, 400·A) is complete and continuous.',
    },
    home: { kind: 'formula', implementedBy: 'domain/policy/rules/funding-findings.ts' },
  },
  'F-09': {
    clause: '三(三)1',
    quote: '小区建筑面积以产权为准',
    formal: 'A = Σ building area (建筑面积) on the property certificates/register of the neighbourhood.',
    reading: {
      zh: '以权属登记的建筑面积为准，含登记的店面和公房，不含未登记或违法部分；与表决用的专有部分面积之和不同，分列两项。',
      en: 'Unregistered or illegal floor area excluded. Includes registered shops and public housing (text does not limit to dwellings). A (建筑面积, incl. shared) may differ from V-04 areaTotal (exclusive parts): keep two fields. A = 0 ⇒ error.',
    },
    home: { kind: 'formula', implementedBy: 'domain/policy/rules/funding-findings.ts' },
  },
  'F-10': {
    clause: '三(三)2',
    quote: '具体通过个人出资或单位捐资、物业专项维修资金、小区公共收益等渠道落实',
    formal: 'channel ∈ {INDIVIDUAL, ORG_DONATION, MAINTENANCE_FUND, COMMON_INCOME, OTHER}.',
    reading: {
      zh: '使用维修资金须另有业主决定。只有必选类内容的方案自筹为零，到位率即为100%。',
      en: 'Maintenance fund needs its own owners\' decision (Civil Code 278(5)/281; before 2021 Property Law 76: double 2/3). "原则上，居民要出资": in-principle duty; a plan with only MANDATORY items has S = 0 and is 100 % funded at 0.',
    },
    home: { kind: 'check', implementedBy: 'domain/policy/rules/arrival.ts' },
  },
  'F-10a': {
    clause: '三(三)2',
    quote: '原则上，居民要出资参与本小区改造提升工作',
    formal: 'residents contribute in principle.',
    reading: {
      zh: '金额由出资比例确定；只有必选类内容的，可以为零。文中没有对个别居民的减免规定。',
      en: '"原则上": F-02 sets the amount; S may be 0 for a purely MANDATORY plan. No individual exemption rule (low-income households) in the text.',
    },
    home: { kind: 'check', implementedBy: 'domain/policy/rules/funding-findings.ts' },
  },
  'F-11': {
    clause: '三(三)2',
    quote: '探索引入市场化、专业化的社会机构参与老旧小区的改造过程和后期管理',
    formal: 'social capital may take part; recorded, no effect on F-01..F-08 unless booked as ORG_DONATION.',
    home: {
      kind: 'principle',
      why: 'Social capital may take part; it has no effect on the formula unless it is booked as a donation (F-10).',
    },
  },
  'F-12': {
    clause: '三(三)3',
    quote: '整合住建、民政、综合执法、公安等部门和通信运营商的专项工程及其资金',
    formal:
      'special-line projects (road, rain/sewage split, sponge city, elevators, waste, smart security, 5G) are coordinated; their earmarked money is listed beside T.',
    reading: {
      zh: '专项资金是否先从总投资中扣除未写明；全部由专项出资的内容不计入总投资，已计入的不得重复支付。',
      en: 'Is earmarked money deducted from T before S? Not stated. Reading: an item wholly paid by a special line is not part of 小区改造项目总投资额; if it is in T it must not be paid twice.',
    },
    home: { kind: 'check', implementedBy: 'domain/policy/rules/special-lines.ts' },
  },
  'F-12a': {
    clause: '三(三)3',
    quote:
      '统筹推进道路整治、雨污分流、海绵城市建设、加装电梯、垃圾分类、智慧安防小区、5G 网络建设等专线工作，发挥资金集聚效应',
    formal:
      'special lines list = {ROAD, RAIN_SEWAGE_SPLIT, SPONGE_CITY, ELEVATOR, WASTE_SORTING, SMART_SECURITY, FIVE_G, OTHER}.',
    home: { kind: 'check', implementedBy: 'domain/policy/rules/special-lines.ts' },
  },
  'F-13': {
    clause: '三(三)3',
    quote:
      '支持对部分零星用地和既有用房实施改（扩）建，可通过置换、转让、腾退、收购等多种方式，增加老旧小区配套服务用房',
    formal: 'spaceMode ∈ {SWAP, TRANSFER, VACATE, PURCHASE, OTHER}.',
    home: { kind: 'principle', why: 'Support for gaining premises by swap, transfer, vacating or purchase; no gate.' },
  },
  'F-14': {
    clause: '三(三)3',
    quote: '提供给街道、社区用于老旧小区养老托幼、医疗卫生等配套服务',
    formal: 'state-owned idle premises in or near may be provided for care/health services.',
    home: { kind: 'principle', why: 'Encouragement to lend state-owned premises; no gate.' },
  },
} as const satisfies Readonly<Record<string, Rule>>;
