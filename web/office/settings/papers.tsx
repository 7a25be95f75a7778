// The catalogue of papers: what each is called, who makes it, in which formats, how long it is kept.
import { useEffect, useState } from 'react';
import type { DocumentKind } from '../../../domain/paper/catalogue.ts';
import { PARTIES, type Role } from '../../../domain/parties.ts';
import { Link } from '../../navigation/address.tsx';
import { useSay } from '../../text/language.ts';
import { settingsText } from '../../text/operations.ts';
import { sampleText } from '../../text/papers/sample.ts';
import { titleOfValue } from '../../text/titles.ts';
import { Card } from '../parts/card.tsx';
import { Clause } from '../parts/clause.tsx';
import { Columns } from '../parts/columns.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { TemplateSample } from './template-sample.tsx';

/** `chosen`: the kind whose sample is looked at. */
export function Papers({ chosen }: { readonly chosen: string | undefined }) {
  const say = useSay();
  const [kinds, setKinds] = useState<readonly DocumentKind[]>([]);
  useEffect(() => {
    void import('virtual:document-kinds').then(({ table }) => setKinds(table));
  }, []);
  const shown = kinds.find(({ code }) => code === chosen);
  if (shown && isTypeset(shown)) return <TemplateSample key={shown.code} kind={shown} />;
  return (
    <Card title={say(settingsText.templates)} note={kinds.length}>
      <Scroll>
        <table className="plain stacked close numbered">
          <Columns
            titles={[
              settingsText.code,
              settingsText.paper,
              settingsText.step,
              settingsText.madeBy,
              settingsText.formats,
              settingsText.retention,
              settingsText.clause,
              sampleText.sample,
            ]}
          />
          <tbody>
            {kinds.map((kind) => {
              const { code, title, step, madeBy, formats, retention, clause } = kind;
              return (
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
                  <td>
                    {isTypeset(kind) ? (
                      <Link href={`/settings/templates/${code}`} aria-label={`${say(sampleText.look)} ${code}`}>
                        {say(sampleText.look)}
                      </Link>
                    ) : (
                      '—'
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </Card>
  );
}

/** Set by the system: comes out of it, and not as a text that is sent. */
const isTypeset = ({ code, direction }: DocumentKind): boolean => direction !== 'IN' && code !== 'T';
