// What the contents of a paper are called, field by field; a test finds whatever has no title.
import type { Bilingual } from '../../../domain/bilingual.ts';
import { both } from '../texts.ts';
import { APPROVALS_AND_WORKS } from './approvals-and-works.ts';
import { CONSENT_AND_PUBLICITY } from './consent-and-publicity.ts';
import { MONEY } from './money.ts';
import { PLACE_AND_PARTIES } from './place-and-parties.ts';

export const PAPER_FIELDS: Readonly<Record<string, Bilingual>> = {
  ...APPROVALS_AND_WORKS,
  ...MONEY,
  ...CONSENT_AND_PUBLICITY,
  ...PLACE_AND_PARTIES,
};

const ALL_HOUSEHOLDS = { households: both('住户', 'Households') };

/** Where a word means something else in a kind of paper than in all others. */
const OF_KIND: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  F1: ALL_HOUSEHOLDS,
  F2: ALL_HOUSEHOLDS,
  F2D: ALL_HOUSEHOLDS,
  M3: { ...ALL_HOUSEHOLDS, due: both('应出资（元）', 'To pay (yuan)') },
  N1: { receivedAt: both('收件日期', 'Received on') },
  KC: { receivedAt: both('收件日期', 'Received on') },
  A3: { opinions: both('各部门意见', 'Opinions of the departments') },
  A5R: { standard: both('依据的标准', 'Standard it rests on'), text: both('问题', 'Finding') },
  CO1: { after: both('变更后', 'After') },
  SI2: { channel: both('反映渠道', 'Raised through'), opinion: both('协调意见', 'Opinion') },
  JA1: {
    conclusion: both('验收结论', 'Result of the acceptance'),
    scope: both('验收范围', 'What it accepts'),
    opinion: both('验收意见', 'Opinion on the acceptance'),
  },
  SI1: { conclusion: both('检查结论', 'Result of the inspection') },
  HO1: { recipient: both('接收单位', 'Received by') },
  HO2: { standard: both('验收标准', 'Standard of the acceptance') },
  K9: { drawings: both('图纸（张）', 'Drawings') },
  S2: { due: both('应承担（元）', 'To be borne (yuan)') },
  KF: { copies: both('五件材料的份数', 'Copies of the five papers') },
  C4: { opinions: both('代表委员意见', 'Opinions of the deputies') },
};

export const findTitle = (kind: string, field: string): Bilingual | undefined =>
  OF_KIND[kind]?.[field] ?? PAPER_FIELDS[field];
