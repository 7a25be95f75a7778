// The assessment of the streets: scores by the criteria set, and behind each point what was counted.
import type { Bilingual } from '../../../domain/bilingual.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import { useReading } from '../../api/use-reading.ts';
import { Link } from '../../navigation/address.tsx';
import { assessmentSentence } from '../../sentences/programme.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { yearText } from '../../text/programme-year.ts';
import { Card } from '../parts/card.tsx';
import { Clause } from '../parts/clause.tsx';
import { Columns } from '../parts/columns.tsx';
import { type Figure, OpenFigure } from '../parts/entry-links.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { ExportButtons } from './export-buttons.tsx';

interface Result {
  readonly measure: string;
  readonly title: Bilingual;
  readonly clause: string;
  readonly quote: string;
  readonly part: Figure;
  readonly whole: Figure;
  readonly points?: { readonly got: string; readonly of: number };
}

interface StreetRead {
  readonly street: string;
  readonly projects: number;
  readonly score?: string;
  readonly rank?: number;
  readonly results: readonly Result[];
}

interface AssessmentRead {
  readonly criteria?: { readonly seq: number };
  readonly streets: readonly StreetRead[];
}

const byRank = (one: StreetRead, other: StreetRead): number =>
  (one.rank ?? Number.MAX_SAFE_INTEGER) - (other.rank ?? Number.MAX_SAFE_INTEGER) ||
  (one.street < other.street ? -1 : 1);

export function Assessment({ year, chosen }: { year: string; chosen: string | undefined }) {
  const say = useSay();
  const language = useLanguage();
  const path = `/api/programme/${year}/assessment`;
  const reading = useReading<AssessmentRead>(path);
  return (
    <Region reading={reading} path={path} height={300}>
      {({ streets, criteria }) => {
        const ordered = streets.toSorted(byRank);
        const [first] = ordered;
        const shown = ordered.find(({ street }) => street === chosen) ?? first;
        const facts = {
          streets: streets.length,
          ranked: streets.filter(({ rank }) => rank !== undefined).length,
          ...(first?.rank !== undefined &&
            first.score !== undefined && { best: say(titleOfStreet(first.street)), score: first.score }),
        };
        return (
          <>
            <PageHead sentence={assessmentSentence(facts, language)}>
              <ExportButtons year={year} table="assessment" />
            </PageHead>
            <div className="grid halves">
              <Card
                title={say(yearText.assessment)}
                clause="三(四)"
                note={say(criteria ? yearText.criteria : yearText.noCriteria)}
              >
                <Ranking
                  streets={ordered}
                  shown={shown?.street}
                  unranked={criteria ? yearText.unranked : yearText.notScored}
                />
              </Card>
              {shown && <OneStreet {...shown} />}
            </div>
          </>
        );
      }}
    </Region>
  );
}

interface RankingProps {
  readonly streets: readonly StreetRead[];
  readonly shown: string | undefined;
  /** Why a street has no rank. */
  readonly unranked: Bilingual;
}

function Ranking({ streets, shown, unranked }: RankingProps) {
  const say = useSay();
  return (
    <table className="plain">
      <Columns
        titles={[yearText.rank, yearText.street, yearText.projects, yearText.score]}
        figures={[yearText.projects, yearText.score]}
      />
      <tbody>
        {streets.map(({ street, rank, projects, score }) => (
          <tr key={street} className={street === shown ? 'chosen' : undefined}>
            <td className="num">{rank ?? <span className="muted">{say(unranked)}</span>}</td>
            <td>
              <Link href={`/programme/assessment/${street}`} aria-current={street === shown ? 'true' : undefined}>
                {say(titleOfStreet(street))}
              </Link>
            </td>
            <td className="n">{projects}</td>
            <td className="n">
              <b>{score ?? '—'}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const FIGURES = [yearText.part, yearText.whole, yearText.points];

function OneStreet({ street, score, results }: StreetRead) {
  const say = useSay();
  return (
    <Card title={say(titleOfStreet(street))} note={score && `${say(yearText.score)} ${score}`}>
      <Scroll>
        <table className="plain">
          <Columns titles={[yearText.measure, ...FIGURES]} figures={FIGURES} />
          <tbody>
            {results.map(({ measure, title, clause, quote, part, whole, points }) => (
              <tr key={measure}>
                <td>
                  {say(title)} <Clause clause={clause} quote={quote} />
                </td>
                <td className="n">
                  <OpenFigure figure={part} label={say(title)} />
                </td>
                <td className="n">
                  <OpenFigure figure={whole} label={`${say(title)} ${say(yearText.whole)}`} />
                </td>
                <td className="n">{points ? `${points.got} / ${points.of}` : '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Card>
  );
}
