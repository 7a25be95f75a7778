// Every figure that the programme is told by, and of one the ledger entries that it was computed from.
import { titleOfStreet } from '../../../domain/streets.ts';
import { useReading } from '../../api/use-reading.ts';
import { printExact } from '../../figures/amounts.ts';
import { Link } from '../../navigation/address.tsx';
import { figureSentence, figuresSentence } from '../../sentences/programme.ts';
import type { Person } from '../../sign-in/session.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { yearText } from '../../text/programme-year.ts';
import { Card } from '../parts/card.tsx';
import { Clause } from '../parts/clause.tsx';
import { EntryList, type EntryRef } from '../parts/entry-links.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';
import type { FigureLine } from './programme.tsx';

const printed = (value: number | string): string => (typeof value === 'number' ? String(value) : printExact(value));

export function Figures({ figures }: { figures: readonly FigureLine[] }) {
  const say = useSay();
  const language = useLanguage();
  const valueAt = (code: string): string => String(figures.find((figure) => figure.code === code)?.value ?? 0);
  const facts = { projects: valueAt('projects'), open: valueAt('open'), overdue: valueAt('overdue') };
  return (
    <>
      <PageHead sentence={figuresSentence(facts, language)} />
      <Card title={say(yearText.figures)}>
        <ul className="figure-grid">
          {figures.map(({ code, title, clause, value }) => (
            <li key={code}>
              <Link href={`/programme/figures/${code}`}>{say(title)}</Link> <Clause clause={clause} />
              <b className="num">{printed(value)}</b>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

interface OneFigureProps {
  readonly code: string;
  readonly street: string | undefined;
  readonly person: Person;
}

export function OneFigure({ code, street, person }: OneFigureProps) {
  const say = useSay();
  const language = useLanguage();
  const path = `/api/programme/figures/${code}${street === undefined ? '' : `?street=${street}`}`;
  // A street office reads its own, whatever the address says.
  const scope = person.role === 'STREET' ? person.unit : street;
  const reading = useReading<
    FigureLine & { readonly entries: readonly EntryRef[]; readonly names: Readonly<Record<string, string>> }
  >(path);
  return (
    <Region reading={reading} path={path} height={300}>
      {({ title, clause, value, entries, names }) => {
        const facts = {
          title: say(title),
          value: printed(value),
          entries: entries.length,
          projects: new Set(entries.map(({ projectId }) => projectId)).size,
        };
        return (
          <>
            <p className="crumb">
              <Link href="/programme/figures">{say(yearText.back)}</Link> /{' '}
              {say(scope === undefined ? yearText.district : titleOfStreet(scope))}
            </p>
            <PageHead sentence={figureSentence(facts, language)} />
            <Card title={say(yearText.entries)} note={entries.length} clause={clause}>
              <EntryList entries={entries} names={names} />
            </Card>
          </>
        );
      }}
    </Region>
  );
}
