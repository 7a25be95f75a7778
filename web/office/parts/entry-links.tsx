// The ledger entries that a figure was computed from: one click opens the list, each of it leads to the entry itself.
import { Link } from '../../navigation/address.tsx';
import { useSay } from '../../text/language.ts';
import { yearText } from '../../text/programme-year.ts';

export interface EntryRef {
  readonly projectId?: string;
  readonly programmeYear?: string;
  readonly budgetYear?: string;
  readonly seq: number;
}

export interface Figure {
  readonly value: number | string;
  readonly entries: readonly EntryRef[];
}

const SHOWN = 200;

export function addressOf({ projectId, programmeYear, budgetYear, seq }: EntryRef): string {
  if (projectId !== undefined) return `/projects/${projectId}#entry-${seq}`;
  return `/programme/ledgers/${programmeYear === undefined ? `budget-${budgetYear}` : `programme-${programmeYear}`}#entry-${seq}`;
}

const nameOf = ({ projectId, programmeYear, budgetYear }: EntryRef): string =>
  projectId ?? programmeYear ?? budgetYear ?? '';

interface EntryListProps {
  readonly entries: readonly EntryRef[];
  /** Of the neighbourhoods, by project, where they are known. */
  readonly names?: Readonly<Record<string, string>>;
}

export function EntryList({ entries, names = {} }: EntryListProps) {
  const say = useSay();
  if (entries.length === 0) return <p className="muted">{say(yearText.noEntries)}</p>;
  const byLedger = Map.groupBy(entries, nameOf);
  return (
    <ul className="entry-list">
      {[...byLedger].slice(0, SHOWN).map(([name, refs]) => (
        <li key={name}>
          {names[name] && <b>{names[name]}</b>} <span className="num">{name}</span>{' '}
          {refs.map((ref) => (
            <Link key={ref.seq} href={addressOf(ref)} className="num">
              {say(yearText.entry)}
              {ref.seq}
              {say(yearText.entryOf)}
            </Link>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** The number itself is what opens. */
export function OpenFigure({ figure: { value, entries }, label }: { figure: Figure; label: string }) {
  const say = useSay();
  if (entries.length === 0) return <span className="num">{value}</span>;
  return (
    <details className="open-figure">
      <summary aria-label={`${label} ${value} · ${say(yearText.openEntries)}`}>
        <span className="num">{value}</span>
      </summary>
      <EntryList entries={entries} />
    </details>
  );
}
