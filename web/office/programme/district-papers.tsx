// Papers of the district as a whole in a year: circulars, assessments, minutes, records of visits; each is voided by two persons.
import type { IssuedPaper } from '../../api/issued-paper.ts';
import { useReading } from '../../api/use-reading.ts';
import { go, Link } from '../../navigation/address.tsx';
import { districtPapersSentence } from '../../sentences/papers.ts';
import { districtPapersText } from '../../text/district-papers.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { paperText } from '../../text/papers/page.ts';
import { yearText } from '../../text/programme-year.ts';
import { IssuedList } from '../papers/issued-list.tsx';
import { papersOfYear } from '../papers/papers-place.ts';
import { Card } from '../parts/card.tsx';
import { late } from '../parts/late.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';
import '../papers/papers.css';

const VersionsPage = late(
  () => import('../papers/versions-page.tsx').then(({ VersionsPage }) => VersionsPage),
  () => <div className="placeholder" style={{ height: 400 }} />,
);

interface DistrictPapersProps {
  /** Of today. */
  readonly thisYear: string;
  /** Year, kind and `versions`, as the address has them. */
  readonly parts: readonly string[];
}

export function DistrictPapers({ thisYear, parts: [chosen, kind, part] }: DistrictPapersProps) {
  const year = chosen ?? thisYear;
  if (kind === undefined || part !== 'versions') return <PapersOfYear year={year} thisYear={thisYear} />;
  return (
    <VersionsPage
      place={papersOfYear(year)}
      kind={kind}
      neighbourhood=""
      crumb={(here) => <Crumb year={year} here={here} />}
    />
  );
}

/** Papers of the years before are still asked after. */
const YEARS_BACK = 3;

function PapersOfYear({ year, thisYear }: { year: string; thisYear: string }) {
  const say = useSay();
  const language = useLanguage();
  const place = papersOfYear(year);
  const reading = useReading<{ papers: readonly IssuedPaper[] }>(place.path);
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => String(Number(thisYear) - back));
  return (
    <Region reading={reading} path={place.path} height={300}>
      {({ papers }) => {
        const waiting = papers.filter(({ voiding, voidedOn }) => voiding && voidedOn === undefined).length;
        return (
          <>
            <PageHead
              sentence={districtPapersSentence({ year, issued: papers.length, waiting }, language)}
              lead={say(districtPapersText.lead)}
            >
              <label className="pick">
                <span className="sr">{say(yearText.year)}</span>
                <select value={year} onChange={({ target }) => go(`/programme/papers/${target.value}`)}>
                  {[...new Set([year, ...years])].toSorted().map((each) => (
                    <option key={each}>{each}</option>
                  ))}
                </select>
              </label>
            </PageHead>
            <Card title={say(paperText.issued)} note={papers.length} id="issued">
              {papers.length === 0 ? (
                <p className="muted">{say(districtPapersText.none)}</p>
              ) : (
                <IssuedList place={place} papers={papers} />
              )}
            </Card>
          </>
        );
      }}
    </Region>
  );
}

function Crumb({ year, here }: { year: string; here: string }) {
  const say = useSay();
  return (
    <p className="crumb">
      <Link href={papersOfYear(year).address}>
        {say(districtPapersText.title)} {year}
      </Link>{' '}
      / {here}
    </p>
  );
}
