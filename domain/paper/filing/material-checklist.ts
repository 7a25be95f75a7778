// Which materials an act is asked with, from the text alone: complete means accepted at once (即可), incomplete means one
// notice that names everything (补正告知书), never one thing after another.
import type { Bilingual } from '../../bilingual.ts';
import { MATERIALS } from '../../policy/rules/application.ts';
import { FILINGS } from '../../policy/rules/filings.ts';

/** A material that the text names. */
export interface Material extends Bilingual {
  readonly code: string;
  /** Under which codes it may be on file. */
  readonly accepted: readonly string[];
  /** 盖建设单位公章 */
  readonly sealed: boolean;
}

export interface MaterialChecklist {
  readonly title: Bilingual;
  readonly clause: string;
  readonly materials: readonly Material[];
}

const filed = (filing: keyof typeof FILINGS): readonly Material[] =>
  FILINGS[filing].documents.map((document) => ({
    code: document.code,
    zh: document.zh,
    en: document.en,
    accepted: [document.code],
    sealed: 'sealed' in document,
  }));

/** By the act that the materials are handed in with. What the street publishes as necessary beside M1–M4 (M5) comes on top. */
export const MATERIAL_CHECKLISTS = {
  'submit-application': {
    title: { zh: '改造项目启动申请', en: 'Application for the start' },
    clause: '二(三)4',
    materials: MATERIALS.map(({ code, zh, en, accepted }) => ({ code, zh, en, accepted, sealed: false })),
  },
  'file-drawings': {
    title: { zh: '施工图自审备案', en: 'Filing of drawings reviewed by oneself' },
    clause: '二(四)3',
    materials: filed('DRAWINGS'),
  },
  'file-fire-acceptance': {
    title: { zh: '竣工验收消防备案', en: 'Filing of the fire acceptance' },
    clause: '二(四)6',
    materials: filed('FIRE'),
  },
  'file-completion': {
    title: { zh: '竣工验收备案', en: 'Filing of the completion' },
    clause: '二(四)7',
    materials: filed('COMPLETION'),
  },
} as const satisfies Record<string, MaterialChecklist>;

export type ChecklistName = keyof typeof MATERIAL_CHECKLISTS;
export const CHECKLIST_NAMES = Object.keys(MATERIAL_CHECKLISTS) as readonly ChecklistName[];

export interface HandedIn {
  /** Codes of what is there. */
  readonly provided: readonly string[];
  /** Codes of what bears the seal of the employer. */
  readonly sealed: readonly string[];
  /** Titles of what the street has published as necessary (M5), and which of them are there. */
  readonly others: readonly { readonly title: string; readonly provided: boolean }[];
}

/** One line of the notice, as the paper N1 prints it. */
export interface Deficiency {
  readonly material: string;
  readonly problem: string;
  readonly correction: string;
}

export interface CheckedMaterials {
  readonly complete: boolean;
  readonly says: Bilingual;
  /** Everything that is wrong, at once; none if complete. */
  readonly deficiencies: readonly Deficiency[];
}

/** Further documents may be handed in, but are never asked for. */
export function checkMaterials(name: ChecklistName, { provided, sealed, others }: HandedIn): CheckedMaterials {
  const materials: readonly Material[] = MATERIAL_CHECKLISTS[name].materials;
  const missing = materials.filter(({ accepted }) => !accepted.some((code) => provided.includes(code)));
  const unsealed = materials.filter(
    (material) => material.sealed && !missing.includes(material) && !sealed.includes(material.code),
  );
  const deficiencies = [
    ...missing.map(({ zh, sealed: withSeal }) => lacking(zh, withSeal)),
    ...unsealed.map(({ zh }) => ({ material: zh, problem: '未盖建设单位公章', correction: '加盖建设单位公章后提交' })),
    ...others.filter((other) => !other.provided).map(({ title }) => lacking(title, false)),
  ];
  const complete = deficiencies.length === 0;
  return { complete, says: complete ? COMPLETE : incomplete(deficiencies), deficiencies };
}

const lacking = (material: string, withSeal: boolean): Deficiency => ({
  material,
  problem: '缺件',
  correction: withSeal ? '补交，并加盖建设单位公章' : '补交',
});

const COMPLETE: Bilingual = { zh: '材料齐全，即可办理', en: 'Complete: accepted at once' };

const incomplete = (deficiencies: readonly Deficiency[]): Bilingual => ({
  zh: `须一次补正 ${deficiencies.length} 项：${deficiencies.map(({ material, problem }) => `${material}（${problem}）`).join('；')}`,
  en: `${deficiencies.length} things to correct, all at once: see the notice`,
});
