// The streamlined filings, each with exactly the documents that the text names; asking for one more is a defect (AP-04, AP-06, AP-09, AP-10).
import type { Bilingual } from '../../bilingual.ts';
import type { Finding } from '../finding.ts';
import { type Question, ruleFinding } from '../rule-finding.ts';

interface FilingDocument extends Bilingual {
  readonly code: string;
  /** Needs the seal of the employer (盖建设单位公章). */
  readonly sealed?: true;
}

export const FILINGS = {
  DRAWINGS: {
    rule: 'AP-04',
    documents: [
      { code: 'A4', zh: '施工图自审承诺书', en: 'self-review undertaking' },
      { code: 'A5', zh: '全套施工图设计文件', en: 'full construction drawings' },
    ],
  },
  FIRE: {
    rule: 'AP-09',
    documents: [
      { code: 'K1', zh: '申请人身份证明文件', en: 'applicant’s identity document' },
      { code: 'K2', zh: '工程竣工消防验收报告', en: 'fire acceptance report' },
      { code: 'K3', zh: '有关消防设计内容的竣工图纸', en: 'as-built drawings of the fire design' },
      { code: 'K4', zh: '防火性能证明文件', en: 'fire-performance certificates', sealed: true },
      { code: 'K5', zh: '出厂合格证', en: 'factory certificates', sealed: true },
    ],
  },
  COMPLETION: {
    rule: 'AP-10',
    documents: [
      { code: 'K6', zh: '工程竣工验收报告', en: 'completion acceptance report' },
      { code: 'K7', zh: '施工单位签署的工程质量保修书', en: 'quality warranty signed by the contractor' },
    ],
  },
} as const satisfies Readonly<
  Record<string, { rule: 'AP-04' | 'AP-09' | 'AP-10'; documents: readonly FilingDocument[] }>
>;

export type FilingName = keyof typeof FILINGS;

export interface FilingFacts {
  readonly filing: FilingName;
  readonly provided: readonly { readonly code: string; readonly sealed?: boolean | undefined }[];
  /** What the authority asked for; more than the text names is refused. */
  readonly demanded?: readonly string[] | undefined;
}

const named = (documents: readonly Bilingual[]): Bilingual => ({
  zh: documents.map(({ zh }) => zh).join('、'),
  en: documents.map(({ en }) => en).join(', '),
});

/** Complete means accepted (即可办理): further documents may be handed in, but never demanded. */
export const filingIsComplete: Question<FilingFacts> = ({ filing, provided, demanded = [] }, _on, pack) => {
  const { rule } = FILINGS[filing];
  const documents: readonly FilingDocument[] = FILINGS[filing].documents;
  const provides = ({ code }: FilingDocument) => provided.find((each) => each.code === code);
  const missing = documents.filter((document) => provides(document) === undefined);
  const unsealed = documents.filter(
    (document) => document.sealed && provides(document)?.sealed !== true && !missing.includes(document),
  );
  const codes = documents.map(({ code }) => code);
  const facts = { filing, provided: provided.map(({ code }) => code), demanded: [...demanded] };
  const found = (code: string, verdict: 'PASS' | 'FAIL', says: Bilingual, figures = {}): Finding =>
    ruleFinding(pack, rule, { verdict, code, says, facts, figures: { required: codes, ...figures } });
  const findings: Finding[] = [];
  if (missing.length > 0) {
    const { zh, en } = named(missing);
    const figures = { missing: missing.map(({ code }) => code) };
    findings.push(found('FILING_INCOMPLETE', 'FAIL', { zh: `缺：${zh}`, en: `Missing: ${en}` }, figures));
  }
  if (unsealed.length > 0) {
    const { zh, en } = named(unsealed);
    const says = { zh: `未盖建设单位公章：${zh}`, en: `Without the seal of the employer: ${en}` };
    findings.push(found('SEAL_MISSING', 'FAIL', says, { unsealed: unsealed.map(({ code }) => code) }));
  }
  const excess = demanded.filter((code) => !codes.includes(code));
  if (excess.length > 0) {
    const says = {
      zh: `不得要求文件规定以外的材料：${excess.join('、')}`,
      en: `Not to be demanded: ${excess.join(', ')}`,
    };
    findings.push(found('EXCESS_DOCUMENT_DEMANDED', 'FAIL', says, { excess }));
  }
  if (findings.length > 0) return findings;
  return [found('FILING_COMPLETE', 'PASS', { zh: '材料齐全，即可办理', en: 'Complete: to be processed' })];
};

export interface CombinedPermitFacts {
  /** Attested with a citation: the conditions stand in 浙建〔2019〕9号. */
  readonly conditionsMet: boolean;
  readonly granted: boolean;
}

/** Where the conditions are met, combined handling is owed (应予以办理), not a favour. */
export const combinedPermitIsOwed: Question<CombinedPermitFacts> = ({ conditionsMet, granted }, _on, pack) => {
  const withheld = conditionsMet && !granted;
  return [
    ruleFinding(pack, 'AP-06', {
      verdict: withheld ? 'FAIL' : 'PASS',
      code: withheld ? 'COMBINED_PERMIT_WITHHELD' : 'COMBINED_PERMIT_SETTLED',
      says: withheld
        ? { zh: '符合“多合一”条件，应予以办理', en: 'The conditions are met: combined handling is owed' }
        : { zh: '施工许可办理方式已明确', en: 'The way of handling the permit is settled' },
      facts: { conditionsMet, granted },
    }),
  ];
};
