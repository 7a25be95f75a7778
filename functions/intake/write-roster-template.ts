// The roster template: empty for a first survey, or filled with the rows of the vault for corrections.
import { UNIT_KIND_CODES, UNIT_KINDS } from '../../domain/roster/roster.ts';
import type { RosterRow } from './read-roster.ts';
import { ROSTER_SHEET } from './sheet-templates.ts';
import { writeTemplate } from './write-template.ts';

const SEPARATOR = '、';

export function writeRosterTemplate(rows: readonly RosterRow[] = []): Promise<Uint8Array> {
  return writeTemplate({
    template: ROSTER_SHEET,
    instructions: INSTRUCTIONS,
    rows: rows.map(({ owners, kind, unit: _, ...row }) => ({
      ...row,
      owners: owners.map(({ name }) => name).join(SEPARATOR),
      idNumbers: owners.flatMap(({ idNumber }) => idNumber ?? []).join(SEPARATOR),
      phones: owners.flatMap(({ phone }) => phone ?? []).join(SEPARATOR),
      kind: UNIT_KINDS[kind].zh,
    })),
    blankRows: 1000,
    choices: { kind: UNIT_KIND_CODES.map((kind) => UNIT_KINDS[kind].zh) },
  });
}

const INSTRUCTIONS = [
  { zh: '填写说明', en: 'How to fill in' },
  {
    zh: '一、在“名册”表填写，一套一行；标题行请勿改动，多余的列不读取。',
    en: '1. Fill in the sheet 名册, one row a unit; leave the titles as they are, other columns are not read.',
  },
  {
    zh: '二、幢、单元、室号按门牌填写，0501 就写 0501；没有单元的填 0。',
    en: '2. Write building, stairwell and room as on the door, 0501 as 0501; write 0 where there is no stairwell.',
  },
  {
    zh: '三、面积以平方米计，最多两位小数，不用公式和千分位逗号；产权建筑面积不知道的可以空着。',
    en: '3. Areas are in ㎡ with at most two decimals, no formulas, no thousands separators; the title area may be blank.',
  },
  {
    zh: '四、共有的写在同一格，用“、”分隔，第一人代表表决；证件号码、联系电话按同样顺序。',
    en: '4. Co-owners stand in one cell, separated by 、, the first one votes; id numbers and phones in the same order.',
  },
  {
    zh: '五、同一业主有多套的，证件号码须一致，表决时按一户计；没有证件号码的按套分别计户。',
    en: '5. Units of one owner carry the same id number and count as one household; without id number each counts by itself.',
  },
  {
    zh: '六、本表含个人信息，只用于本项目；不要通过聊天软件传送，用毕删除。',
    en: '6. This sheet holds personal data for this project only: do not send it by chat, delete it after use.',
  },
];
