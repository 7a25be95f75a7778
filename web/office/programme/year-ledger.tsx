// The ledger of a programme year or of a budget, entry by entry: where figures of the district lead to.
import type { Role } from '../../../domain/parties.ts';
import { titleOfParty } from '../../../domain/title-of-party.ts';
import { useReading } from '../../api/use-reading.ts';
import { printExact } from '../../figures/amounts.ts';
import { useSay } from '../../text/language.ts';
import { YEAR_ACT_TITLES, yearText } from '../../text/programme-year.ts';
import { unitText } from '../../text/units.ts';
import { Card } from '../parts/card.tsx';
import { LedgerList } from '../parts/ledger-list.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';
import { useDates } from '../parts/today.ts';

interface Entry {
  readonly seq: number;
  readonly at: string;
  readonly act: string;
  readonly actor: { readonly role: Role };
  readonly payload: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

const isKnown = (act: string): act is keyof typeof YEAR_ACT_TITLES => act in YEAR_ACT_TITLES;

/** What tells one entry from another at a glance. */
const aboutOf = ({ payload }: Entry, yuan: string): string =>
  ['projectId', 'decision', 'toYear', 'amount', 'subject', 'month', 'title', 'reference', 'closesOn']
    .flatMap((field) => {
      const value = payload[field];
      if (typeof value !== 'string') return [];
      return field === 'amount' ? `${printExact(value)} ${yuan}` : value;
    })
    .join(' · ');

/** `programme-2026` or `budget-2026`. */
export function YearLedger({ name }: { name: string }) {
  const say = useSay();
  const dates = useDates();
  const [kind, year = ''] = name.split('-');
  const path = `/api/${kind === 'budget' ? 'budgets' : 'programme'}/${year}/ledger`;
  const reading = useReading<{ entries: readonly Entry[]; unbroken: boolean }>(path);
  return (
    <>
      <PageHead sentence={[`${say(yearText.ledgerOfYear)} ${year}`]} />
      <Region reading={reading} path={path} height={300}>
        {({ entries }) => (
          <Card title={say(yearText.ledgerOfYear)} note={entries.length}>
            <LedgerList
              entries={entries.toReversed().map((entry) => ({
                ...{ seq: entry.seq, hash: entry.hash },
                title: isKnown(entry.act) ? say(YEAR_ACT_TITLES[entry.act]) : entry.act,
                about: aboutOf(entry, say(unitText.yuan)),
                note: `${dates.moment(entry.at)} · ${say(titleOfParty(entry.actor.role))}`,
              }))}
            />
          </Card>
        )}
      </Region>
    </>
  );
}
