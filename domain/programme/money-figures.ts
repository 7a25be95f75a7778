// The money of the programme: planned, arrived, reserved, paid, and of the special lines.
import { decimalOf, printAmount, sum } from '../money/money.ts';
import type { Project } from '../projects/project.ts';
import { amountOf, entriesOf, type FigureDefinition, lastOf, type RefsOf } from './figure.ts';

const amount = (zh: string, en: string, clause: string, yuanOf: (project: Project) => string, refsOf: RefsOf) => ({
  zh,
  en,
  clause,
  of: (projects: readonly Project[]) =>
    amountOf(
      projects.filter((project) => yuanOf(project) !== '0.00'),
      yuanOf,
      refsOf,
    ),
});

export const MONEY_FIGURES = {
  area: amount(
    '建筑面积（㎡）',
    'Building area, ㎡',
    '三(三)1',
    ({ consent }) => consent.plan?.titleArea ?? '0.00',
    lastOf('submit-design'),
  ),
  planned: amount(
    '方案总投资（元）',
    'Total of the plans, yuan',
    '三(三)1',
    ({ consent }) => consent.plan?.funding.total ?? '0.00',
    lastOf('submit-design'),
  ),
  required: amount(
    '应筹居民资金（元）',
    'Residents’ money required, yuan',
    '三(三)2',
    ({ funding }) => funding.arrival?.required ?? '0.00',
    lastOf('book-contributions'),
  ),
  credited: amount(
    '到账居民资金（元）',
    'Residents’ money arrived, yuan',
    '三(三)2',
    ({ funding }) => funding.credited,
    entriesOf('book-contributions', 'reverse-contribution'),
  ),
  reserved: amount(
    '已预留财政补助（元）',
    'Subsidy reserved, yuan',
    '三(四)',
    ({ funding }) => funding.reservation?.amount ?? '0.00',
    lastOf('reserve-subsidy'),
  ),
  paid: amount(
    '已付工程款（元）',
    'Paid on contracts, yuan',
    '二(三)6',
    ({ works }) => paidOn(Object.values(works.paid)),
    entriesOf('record-progress-payment'),
  ),
  specialLines: amount(
    '专项资金（元）',
    'Special-line money, yuan',
    '三(三)3',
    ({ programme }) => paidOn(programme.specialLines.map(({ amount }) => amount)),
    entriesOf('list-special-line'),
  ),
} as const satisfies Record<string, FigureDefinition>;

const paidOn = (amounts: readonly string[]): string => printAmount(sum(amounts.map(decimalOf)));
