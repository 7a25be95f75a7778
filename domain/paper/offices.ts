// What the offices of the district are called on paper, and the abbreviations in their document numbers (机关代字).
import { PARTIES, type Role } from '../parties.ts';
import { titleOfStreet } from '../streets.ts';
import type { DocumentCode } from './catalogue.ts';

export interface Office {
  /** As it signs (署名). */
  readonly name: string;
  /** 机关代字: `鹿发改`. */
  readonly abbreviation: string;
  /** 印发机关; the office itself unless told. */
  readonly printedBy?: string;
}

/** Proposed (paper 1.6: the real abbreviations could not be verified); the district confirms them before it goes live. */
const OFFICES: Readonly<Partial<Record<Role, Office>>> = {
  RENOVATION_OFFICE: { name: '鹿城区老旧小区改造工作领导小组办公室', abbreviation: '鹿旧改办' },
  LEADING_GROUP: {
    name: '鹿城区老旧小区改造工作领导小组',
    abbreviation: '鹿旧改',
    printedBy: '鹿城区老旧小区改造工作领导小组办公室',
  },
  DRB: { name: '鹿城区发展和改革局', abbreviation: '鹿发改审', printedBy: '鹿城区发展和改革局办公室' },
  FINANCE: { name: '鹿城区财政局', abbreviation: '鹿财决', printedBy: '鹿城区财政局办公室' },
  HOUSING: { name: '鹿城区住房和城乡建设局', abbreviation: '鹿住建', printedBy: '鹿城区住房和城乡建设局办公室' },
  AUDIT: { name: '鹿城区审计局', abbreviation: '鹿审' },
  FIRE: { name: '鹿城区消防救援大队', abbreviation: '鹿消' },
};

/** `unit`: for a street, its code. */
export function officeOf(role: Role, unit: string): Office {
  if (role === 'STREET') return streetOffice(unit);
  return OFFICES[role] ?? { name: PARTIES[role].zh, abbreviation: PARTIES[role].zh };
}

/** A town signs as its government, a street as the office of the district's. */
export function streetOffice(code: string): Office {
  const { zh } = titleOfStreet(code);
  const name = zh.endsWith('镇') ? `${zh}人民政府` : `${zh}办事处`;
  const short = zh.replace(/街道$|镇$/u, '');
  return { name, abbreviation: zh.endsWith('镇') ? `${short}镇政` : `${short}街办` };
}

/** What follows the abbreviation in the number of papers of a kind: series of their own, and no 文号 on all others. */
const SERIES: Readonly<Partial<Record<DocumentCode, string>>> = {
  E2: '例外',
  B1: '',
  N1: '补',
  N2: '',
  X1: '',
  X3: '',
  A1: '',
  A3N: '',
  A3: '纪要',
  A2: '',
  JA1: '验',
  KF: '消备',
  K8D: '',
  H2: '',
  C1: '通报',
  C3: '纪要',
};

/** `鹿旧改办纪要`: the series that a paper of this kind takes its number from; undefined for kinds without 文号. */
export function seriesOf(kind: DocumentCode, { abbreviation }: Office): string | undefined {
  const suffix = SERIES[kind];
  return suffix === undefined ? undefined : abbreviation + suffix;
}
