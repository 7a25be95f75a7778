// The programme year: round and queue, duties, assessment, papers of the district, and every figure with the entries behind it.
import { useReading } from '../../api/use-reading.ts';
import { districtPapersText } from '../../text/district-papers.ts';
import { useSay } from '../../text/language.ts';
import { yearText } from '../../text/programme-year.ts';
import type { PageProps } from '../office-page.tsx';
import { late } from '../parts/late.tsx';
import { Region } from '../parts/region.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { Assessment } from './assessment.tsx';
import { Duties } from './duties.tsx';
import { Figures, OneFigure } from './figures.tsx';
import { Round } from './round.tsx';
import { YearLedger } from './year-ledger.tsx';
import './programme.css';

const DistrictPapers = late(
  () => import('./district-papers.tsx').then(({ DistrictPapers }) => DistrictPapers),
  () => <div className="placeholder" style={{ height: 300 }} />,
);

const PATH = '/api/programme/figures';

const TABS = [
  { href: '/programme', title: yearText.round },
  { href: '/programme/duties', title: yearText.duties },
  { href: '/programme/assessment', title: yearText.assessment },
  { href: '/programme/papers', title: districtPapersText.title },
  { href: '/programme/figures', title: yearText.figures },
];

export interface FigureLine {
  readonly code: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly clause: string;
  readonly value: number | string;
}

export function Programme({ parts: [tab = '', ...rest], person }: PageProps) {
  const say = useSay();
  const reading = useReading<{ today: string; figures: readonly FigureLine[] }>(PATH);
  return (
    <Region reading={reading} path={PATH} height={300}>
      {({ today, figures }) => {
        const year = today.slice(0, 4);
        return (
          <>
            <Tabs label={say(yearText.tabs)} tabs={TABS} chosen={tab === '' ? '/programme' : `/programme/${tab}`} />
            {tab === '' && <Round year={year} person={person} />}
            {tab === 'duties' && <Duties year={year} today={today} />}
            {tab === 'assessment' && <Assessment year={year} chosen={rest[0]} />}
            {tab === 'papers' && <DistrictPapers thisYear={year} parts={rest} />}
            {tab === 'figures' && rest[0] === undefined && <Figures figures={figures} />}
            {tab === 'figures' && rest[0] !== undefined && (
              <OneFigure code={rest[0]} street={rest[1]} person={person} />
            )}
            {tab === 'ledgers' && rest[0] !== undefined && <YearLedger name={rest[0]} />}
          </>
        );
      }}
    </Region>
  );
}
