// The rule packs side by side: every number with the place it stands in; what the second pack has otherwise is marked.
import { useEffect, useState } from 'react';
import type { PackTable } from '../../acts/act-tables.ts';
import { printDate } from '../../figures/dates.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { settingsText } from '../../text/operations.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { Scroll } from '../parts/scroll.tsx';

export function Packs() {
  const say = useSay();
  const language = useLanguage();
  const [packs, setPacks] = useState<readonly PackTable[]>([]);
  useEffect(() => {
    void import('virtual:packs').then(({ table }) => setPacks(table));
  }, []);
  const [first] = packs;
  return (
    <div className="grid">
      {packs.map((pack) => (
        <Card
          key={pack.version}
          title={say(pack.title)}
          note={
            <>
              {pack.instrument !== say(pack.title) && (
                <>
                  <span lang="zh-CN">{pack.instrument}</span> ·{' '}
                </>
              )}
              {say(settingsText.version)} {pack.version} · {say(settingsText.from)}{' '}
              {printDate(pack.effectiveFrom, language)}
            </>
          }
        >
          <Scroll>
            <table className="plain stacked">
              <Columns titles={[settingsText.parameter, settingsText.value, settingsText.clause, settingsText.from]} />
              <tbody>
                {pack.parameters.map(({ name, title, says, from, citation }) => (
                  <tr key={`${name}-${from}`}>
                    <td>{say(title)}</td>
                    <td className="value">
                      {say(says)}{' '}
                      {differs(first, pack, name, says.zh) && (
                        <span className="tag warn">{say(settingsText.differs)}</span>
                      )}
                    </td>
                    <td className="t2" lang="zh-CN">
                      {citation}
                    </td>
                    <td className="num t2">{from}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </Card>
      ))}
    </div>
  );
}

const differs = (first: PackTable | undefined, pack: PackTable, name: string, saysZh: string): boolean =>
  first !== undefined &&
  first !== pack &&
  !first.parameters.some((parameter) => parameter.name === name && parameter.says.zh === saysZh);
