// The figures that were frozen with a circular: of the district, of the streets, and what is stuck; each opens its entries.
import type { Bilingual } from '../../../domain/bilingual.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import { printExact } from '../../figures/amounts.ts';
import { Link } from '../../navigation/address.tsx';
import { useSay } from '../../text/language.ts';
import { noticesText } from '../../text/programme.ts';
import { yearText } from '../../text/programme-year.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { type EntryRef, type Figure, OpenFigure } from '../parts/entry-links.tsx';
import { Scroll } from '../parts/scroll.tsx';
import '../programme/programme.css';

type Figures = Readonly<Record<string, Figure>>;

export interface FrozenFigures {
  readonly asOf: string;
  readonly district: Figures;
  readonly streets: readonly { readonly street: string; readonly figures: Figures }[];
  readonly stuck: readonly {
    readonly projectId: string;
    readonly project: string;
    readonly step: Bilingual;
    readonly responsible: Bilingual;
    readonly overdueDays: number;
    readonly entries: readonly EntryRef[];
  }[];
}

const OF_STREETS = [
  'projects',
  'planPassed',
  'funded',
  'listed',
  'started',
  'completed',
  'settled',
  'overdue',
] as const;

interface Props {
  readonly figures: FrozenFigures;
  readonly titles: Readonly<Record<string, Bilingual>>;
}

/** Money and areas are exact texts, counts are numbers. */
const printed = ({ value, entries }: Figure): Figure => ({
  value: typeof value === 'number' ? value : printExact(value),
  entries,
});

/** As the list of figures has them, whatever the order they were kept in. */
const inOrder = (figures: Figures, titles: Props['titles']): readonly (readonly [string, Figure])[] => {
  const order = Object.keys(titles);
  const place = ([code]: readonly [string, Figure]): number => order.indexOf(code);
  return Object.entries(figures).toSorted((one, other) => place(one) - place(other));
};

export function CircularFigures({ figures, titles }: Props) {
  const say = useSay();
  const titleOf = (code: string): string => say(titles[code] ?? { zh: code, en: code });
  return (
    <>
      <Card title={say(yearText.frozen)} note={figures.asOf}>
        <ul className="figure-grid">
          {inOrder(figures.district, titles).map(([code, figure]) => (
            <li key={code}>
              <span>{titleOf(code)}</span>
              <b>
                <OpenFigure figure={printed(figure)} label={titleOf(code)} />
              </b>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={say(yearText.byStreet)}>
        <Scroll>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{say(yearText.street)}</th>
                {OF_STREETS.map((code) => (
                  <th scope="col" className="n" key={code}>
                    {titleOf(code)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figures.streets.map(({ street, figures: of }) => (
                <tr key={street}>
                  <th scope="row">{say(titleOfStreet(street))}</th>
                  {OF_STREETS.map((code) => (
                    <td className="n" key={code}>
                      {of[code] && (
                        <OpenFigure figure={of[code]} label={`${say(titleOfStreet(street))} ${titleOf(code)}`} />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </Card>
      <Card title={say(noticesText.stuck)} note={figures.stuck.length}>
        <Scroll>
          <table className="plain">
            <Columns
              titles={[yearText.project, yearText.what, yearText.party, yearText.overdueDays]}
              figures={[yearText.overdueDays]}
            />
            <tbody>
              {figures.stuck.map(({ projectId, project, step, responsible, overdueDays, entries }) => (
                <tr key={projectId}>
                  <td>
                    <Link href={`/projects/${projectId}`}>{project}</Link>
                  </td>
                  <td className="t2">{say(step)}</td>
                  <td className="t2">{say(responsible)}</td>
                  <td className="n">
                    <OpenFigure figure={{ value: overdueDays, entries }} label={project} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </Card>
    </>
  );
}
