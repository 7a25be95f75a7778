// What a circular (C1) and an assessment (C2) say on paper: the frozen figures in the fields of their templates.
import type * as z from 'zod';
import { decimalOf, printShare } from '../money/money.ts';
import type { progressCircular, streetAssessment } from '../paper/contents/district.ts';
import { titleOfStreet } from '../streets.ts';
import type { CircularFigures } from './circular-draft.ts';
import type { CircularRecord } from './circulars.ts';
import { citationOf, MEASURES } from './criteria.ts';
import type { Figure } from './figure.ts';
import type { FigureCode } from './programme-figures.ts';
import type { StreetAssessment } from './street-assessment.ts';

const RECIPIENTS = '各街道，区老旧小区改造工作领导小组各成员单位';
const MOST_NAMED = 3;
/** What the template has room for; the rest stands in the overdue list. */
const MOST_STUCK = 100;

type Figures = Readonly<Record<string, Figure>>;
const count = (figures: Figures, code: FigureCode): number => Number(figures[code]?.value ?? 0);
const yuan = (figures: Figures, code: FigureCode): string => String(figures[code]?.value ?? '0.00');

const share = (part: string, whole: string): string =>
  decimalOf(whole).isZero() ? '0.00' : printShare(decimalOf(part), decimalOf(whole));

const startedRate = (figures: Figures): string =>
  share(String(count(figures, 'started')), String(count(figures, 'listed')));

/** The office's own words are the circular's paragraphs: the last says what is wanted, those before it how far things are. */
export function circularContents(
  { no, month, paragraphs }: Pick<CircularRecord, 'no' | 'month' | 'paragraphs'>,
  { asOf, district, news, streets, stuck }: CircularFigures,
): z.input<typeof progressCircular> {
  const demands = paragraphs.at(-1) ?? '';
  const progress = paragraphs.slice(0, -1).join('\n') || demands;
  return {
    year: Number(month.slice(0, 4)),
    issueNo: no,
    recipients: RECIPIENTS,
    asOf,
    projectCount: count(district, 'projects'),
    householdsAll: count(district, 'households'),
    areaAll: yuan(district, 'area'),
    planCount: count(district, 'listed'),
    startedCount: count(district, 'started'),
    startedRate: startedRate(district),
    invested: yuan(district, 'paid'),
    investedRate: share(yuan(district, 'paid'), yuan(district, 'planned')),
    paidAll: yuan(district, 'credited'),
    newPassed: news.newPassed.value,
    newPublicity: news.newPublicity.value,
    newFunded: news.newFunded.value,
    newStarted: news.newStarted.value,
    newAccepted: news.newAccepted.value,
    topStreets: streetsBy(streets, ({ figures }) => decimalOf(startedRate(figures)).toNumber()),
    slowStreets: streetsBy(streets, ({ figures }) => count(figures, 'overdue')),
    progress,
    demands,
    stuck: stuck.slice(0, MOST_STUCK).map(({ project, step, responsible, overdueDays }) => ({
      ...{ project, step: step.zh, responsible: responsible.zh, overdueDays },
    })),
    streets: streets.map(({ street, figures }) => ({
      street: titleOfStreet(street).zh,
      planned: count(figures, 'projects'),
      passed: count(figures, 'planPassed'),
      inPublicity: count(figures, 'inPublicity'),
      funded: count(figures, 'funded'),
      listed: count(figures, 'listed'),
      started: count(figures, 'started'),
      startedRate: startedRate(figures),
      completed: count(figures, 'completed'),
      settled: count(figures, 'settled'),
      handedOver: count(figures, 'handedOver'),
      averageDays: count(figures, 'stay'),
    })),
  };
}

/** At most three, those with nothing to show left out. */
const streetsBy = (
  streets: CircularFigures['streets'],
  value: (street: CircularFigures['streets'][number]) => number,
): string[] =>
  streets
    .map((street) => ({ name: titleOfStreet(street.street).zh, value: value(street) }))
    .filter((street) => street.value > 0)
    .toSorted((one, other) => other.value - one.value)
    .slice(0, MOST_NAMED)
    .map(({ name }) => name);

export const assessmentContents = (
  year: string,
  { street, results, score, rank }: StreetAssessment,
): z.input<typeof streetAssessment> => ({
  year: Number(year),
  street: titleOfStreet(street).zh,
  indicators: [
    ...results.map(({ measure, part, whole, points }) => ({
      name: MEASURES[measure].zh,
      basis: `${citationOf(measure).clause}“${citationOf(measure).quote}”`,
      value: `${part.value}/${whole.value}${points === undefined ? '' : `，${points.got} 分`}`,
    })),
    ...(score === undefined ? [] : [{ name: '总分', basis: '三(四)', value: score }]),
    ...(rank === undefined ? [] : [{ name: '名次', basis: '三(四)', value: String(rank) }]),
  ],
});
