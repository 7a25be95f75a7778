// The ledger of telephones: which office had which number when, and which party wrote it.
import type { Bilingual } from '../../../domain/bilingual.ts';
import { useSay } from '../../text/language.ts';
import { telephonesText } from '../../text/telephones.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { useDates } from '../parts/today.ts';

export interface WrittenTelephone {
  readonly seq: number;
  readonly at: string;
  readonly office: Bilingual;
  /** Absent: withdrawn. */
  readonly number?: string;
  readonly by: Bilingual;
}

export function TelephoneLedger({ entries }: { readonly entries: readonly WrittenTelephone[] }) {
  const say = useSay();
  const dates = useDates();
  const { entry, at, office, number, by } = telephonesText;
  return (
    <Card title={say(telephonesText.ledger)} folded>
      {entries.length === 0 ? (
        <p className="muted">{say(telephonesText.noEntries)}</p>
      ) : (
        <Scroll>
          <table className="plain stacked">
            <Columns titles={[entry, at, office, number, by]} />
            <tbody>
              {entries.map((each) => (
                <tr key={each.seq}>
                  <td className="num">{each.seq}</td>
                  <td className="num t2">{dates.moment(each.at)}</td>
                  <td>{say(each.office)}</td>
                  <td className="num">
                    {each.number ?? <span className="tag bad">{say(telephonesText.withdrawn)}</span>}
                  </td>
                  <td className="t2">{say(each.by)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Card>
  );
}
