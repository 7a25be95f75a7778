// The catalogue of papers: what each is called, who makes it, in which formats, how long it is kept.
import { useEffect, useState } from 'react';
import type { DocumentKind } from '../../../domain/paper/catalogue.ts';
import { PARTIES, type Role } from '../../../domain/parties.ts';
import { useSay } from '../../text/language.ts';
import { settingsText } from '../../text/operations.ts';
import { titleOfValue } from '../../text/titles.ts';
import { Card } from '../parts/card.tsx';
import { Clause } from '../parts/clause.tsx';
import { Columns } from '../parts/columns.tsx';
import { Scroll } from '../parts/scroll.tsx';

export function Papers() {
  const say = useSay();
  const [kinds, setKinds] = useState<readonly DocumentKind[]>([]);
  useEffect(() => {
    void import('virtual:document-kinds').then(({ table }) => setKinds(table));
  }, []);
  return (
    <Card title={say(settingsText.templates)} note={kinds.length}>
      <Scroll>
        <table className="plain">
          <Columns
            titles={[
              settingsText.code,
              settingsText.paper,
              settingsText.step,
              settingsText.madeBy,
              settingsText.formats,
              settingsText.retention,
              settingsText.clause,
            ]}
          />
          <tbody>
            {kinds.map(({ code, title, step, madeBy, formats, retention, clause }) => (
              <tr key={code}>
                <td className="num">
                  <b>{code}</b>
                </td>
                <td>{say(title)}</td>
                <td className="num">{step || '—'}</td>
                <td className="t2">{say(madeBy in PARTIES ? PARTIES[madeBy as Role] : titleOfValue(madeBy))}</td>
                <td className="t2">{formats.join(' ')}</td>
                <td className="t2">{say(settingsText.keptFor[retention])}</td>
                <td>
                  <Clause clause={clause} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Card>
  );
}
