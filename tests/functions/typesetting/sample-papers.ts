// A sample of every kind of paper, parsed as a caller's contents are, and the printing house that sets them.
import { createHmac } from 'node:crypto';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { PAPER_CONTENTS, type PaperContents, type TypesetCode } from '../../../domain/paper/paper-contents.ts';
import {
  type Making,
  type PaperOrder,
  type PrintingHouse,
  type SetPaper,
  typesetPaper,
} from '../../../functions/typesetting/typeset-paper.ts';
import { createTypesetter } from '../../../functions/typesetting/typesetter.ts';
import * as approvals from './samples/approvals.ts';
import * as consent from './samples/consent.ts';
import * as money from './samples/money.ts';
import * as start from './samples/start.ts';
import * as works from './samples/works.ts';

/** As a caller types them, by kind. */
export const sampleInputs: Readonly<Record<string, unknown>> = {
  ...consent,
  ...start,
  ...money,
  ...approvals,
  ...works,
};

export const TYPESET_CODES = Object.keys(PAPER_CONTENTS) as readonly TypesetCode[];

/** `variant`: a second sample of a kind that has two faces, `N2Terminated`. */
export const sampleOf = <Code extends TypesetCode>(kind: Code, variant: string = kind): PaperContents<Code> =>
  // The schema of the kind gives the contents of the kind; TypeScript does not follow the code through the table.
  PAPER_CONTENTS[kind].parse(sampleInputs[variant]) as PaperContents<Code>;

export const seal = {
  keyedHash: (purpose: string, text: string) =>
    createHmac('sha256', 'test').update(`${purpose}\0${text}`).digest('hex'),
};

export const house: PrintingHouse = {
  district: '示例区',
  policy: {
    title: '鹿城区老旧小区改造实施方案',
    number: '温鹿政办〔2020〕21号',
    shares: ['0', '10', '30', '70'],
    cap: '400',
  },
  verifyBase: 'HTTPS://JG.EXAMPLE.CN/V/',
  duplex: false,
  rehearsal: false,
};

export const making: Making = {
  issuer: '示例区发展和改革局',
  date: plainDateOf('2026-11-16'),
  printedBy: '示例区发展和改革局办公室',
};

export const edition = { projectNo: '330302-2026-0017', version: 1, number: '示发改审〔2026〕47号' };

/** One for all tests of a file: it takes half a second to read its fonts. */
export const typesetter = createTypesetter();

/** Sets a paper with codes, or as a draft; a refusal is not expected here. */
export async function setPaper(
  kind: TypesetCode,
  contents: PaperContents,
  change: Partial<PaperOrder> & { house?: PrintingHouse } = {},
): Promise<SetPaper> {
  const { house: otherHouse = house, ...order } = change;
  const set = await typesetPaper(
    { typesetter, seal, house: otherHouse },
    { kind, contents, making, edition, ...order },
  );
  if (!set.ok) throw new Error(set.refusal.says.en);
  return set.value;
}
