// The checklists of 二(三)4 and 二(四): exactly what the text names, accepted at once, and everything missing in one notice.
import { describe, expect, it } from 'vitest';
import { DOCUMENT_CODES } from '../../../../domain/paper/catalogue.ts';
import { correctionNotice } from '../../../../domain/paper/contents/start.ts';
import {
  CHECKLIST_NAMES,
  type ChecklistName,
  checkMaterials,
  MATERIAL_CHECKLISTS,
} from '../../../../domain/paper/filing/material-checklist.ts';

const AS_THE_TEXT_NAMES_THEM = {
  'submit-application': ['M1', 'M2', 'M3', 'M4'],
  'file-drawings': ['A4', 'A5'],
  'file-fire-acceptance': ['K1', 'K2', 'K3', 'K4', 'K5'],
  'file-completion': ['K6', 'K7'],
} as const satisfies Record<ChecklistName, readonly string[]>;

const check = (
  name: ChecklistName,
  provided: readonly string[],
  sealed: readonly string[] = [],
  others: readonly { title: string; provided: boolean }[] = [],
) => checkMaterials(name, { provided, sealed, others });

describe('a checklist', () => {
  it.each(CHECKLIST_NAMES)('of %s asks for what the text names and for nothing else', (name) => {
    const codes = MATERIAL_CHECKLISTS[name].materials.map(({ code }) => code);
    expect(codes).toEqual(AS_THE_TEXT_NAMES_THEM[name]);
    for (const code of codes) expect(DOCUMENT_CODES).toContain(code);
  });

  it('asks for the seal of the employer on certificates of fire performance and of the factory only', () => {
    const sealed = CHECKLIST_NAMES.flatMap((name) =>
      MATERIAL_CHECKLISTS[name].materials.flatMap(({ code, sealed }) => (sealed ? [code] : [])),
    );
    expect(sealed).toEqual(['K4', 'K5']);
  });

  it.each(CHECKLIST_NAMES)('of %s that is complete is accepted at once', (name) => {
    expect(check(name, AS_THE_TEXT_NAMES_THEM[name], ['K4', 'K5'])).toEqual({
      complete: true,
      says: { zh: '材料齐全，即可办理', en: 'Complete: accepted at once' },
      deficiencies: [],
    });
  });

  it('takes the posted notice for M2, and papers beyond the list for no fault', () => {
    expect(check('submit-application', ['M1', 'F3', 'M3', 'M4', 'P1']).complete).toBe(true);
  });

  it.each(CHECKLIST_NAMES)('of %s with nothing in hand names everything in one notice', (name) => {
    const { complete, deficiencies } = check(name, []);
    expect(complete).toBe(false);
    expect(deficiencies.map(({ material }) => material)).toEqual(
      MATERIAL_CHECKLISTS[name].materials.map(({ zh }) => zh),
    );
  });

  it('names missing papers, missing seals and what the street has published, all at once', () => {
    expect(check('file-fire-acceptance', ['K1', 'K2', 'K4', 'K5'], ['K5']).deficiencies).toEqual([
      { material: '有关消防设计内容的竣工图纸', problem: '缺件', correction: '补交' },
      { material: '防火性能证明文件', problem: '未盖建设单位公章', correction: '加盖建设单位公章后提交' },
    ]);
    const others = [{ title: '动用维修资金的表决结果', provided: false }];
    expect(
      check('submit-application', ['M1', 'M2', 'M3'], [], others).deficiencies.map(({ material }) => material),
    ).toEqual(['改造后长效管理方案', '动用维修资金的表决结果']);
  });

  it('gives the lines of the notice N1 as that paper prints them', () => {
    const { deficiencies } = check('file-completion', []);
    const notice = correctionNotice.safeParse({
      projectNo: '330302-2026-0017',
      neighbourhoodName: '瓯园小区',
      applicant: '瓯园小区业主委员会',
      receivedAt: '2026-03-02',
      matterName: MATERIAL_CHECKLISTS['file-completion'].title.zh,
      deficiencies,
      correctBy: '2026-03-09',
      lapseRule: '逾期未补正的，视为撤回，可重新提交',
    });
    expect(notice.success).toBe(true);
  });
});
