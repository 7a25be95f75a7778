// Who is next for the subsidy (I-04), how far the money reaches, and how far it would if more were granted.
import { useState } from 'react';
import { useReading } from '../../api/use-reading.ts';
import { fenOf, plus, printExact, yuanOf } from '../../figures/amounts.ts';
import { Link } from '../../navigation/address.tsx';
import { useLanguage, useSay } from '../../text/language.ts';
import { moneyText } from '../../text/money.ts';
import { unitText } from '../../text/units.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { Region } from '../parts/region.tsx';
import { Scroll } from '../parts/scroll.tsx';

interface Queued {
  readonly rank: number;
  readonly rankedBy: 'FUNDED_ON' | 'APPLIED_ON';
  readonly projectId: string;
  readonly name: string;
  readonly subsidy: string;
}

const PATH = '/api/queue';
/** What is typed: 万元 in Chinese, yuan in English, as large sums are told. */
const FEN_TYPED = { zh: 1_000_000n, en: 100n } as const;
const STEP = { zh: '100', en: '1000000' } as const;

export function QueuePanel({ left }: { left: string | undefined }) {
  const say = useSay();
  const language = useLanguage();
  const reading = useReading<{ queue: readonly Queued[] }>(PATH);
  const [more, setMore] = useState('0');
  const granted = /^\d{1,11}$/.test(more) ? BigInt(more) * FEN_TYPED[language] : 0n;
  const available = fenOf(left ?? '0') + granted;
  return (
    <Card title={say(moneyText.queue)} clause="三(四)">
      <Region reading={reading} path={PATH} height={160}>
        {({ queue }) =>
          queue.length === 0 ? (
            <p className="muted">{say(moneyText.emptyQueue)}</p>
          ) : (
            <>
              <label className="what-if">
                {say(moneyText.whatIf)}
                <input
                  type="number"
                  min="0"
                  step={STEP[language]}
                  value={more}
                  onChange={({ target }) => setMore(target.value)}
                />
                {say(unitText.large)}
              </label>
              <Scroll>
                <table className="plain">
                  <Columns
                    titles={[
                      moneyText.rank,
                      moneyText.neighbourhood,
                      moneyText.subsidy,
                      moneyText.runningSum,
                      moneyText.reach,
                    ]}
                    figures={[moneyText.subsidy, moneyText.runningSum]}
                  />
                  <tbody>
                    {withSums(queue).map(({ rank, rankedBy, projectId, name, subsidy, sum }) => {
                      const fits = fenOf(sum) <= available;
                      return (
                        <tr key={projectId}>
                          <td className="num">{rank}</td>
                          <td>
                            <Link href={`/projects/${projectId}#money`}>{name}</Link>
                            <small className="muted block">
                              {say(rankedBy === 'FUNDED_ON' ? moneyText.fundedOn : moneyText.appliedOn)}
                            </small>
                          </td>
                          <td className="n">{printExact(subsidy)}</td>
                          <td className="n">{printExact(sum)}</td>
                          <td>
                            <span className={fits ? 'tag ok' : 'tag warn'}>
                              {say(fits ? moneyText.fits : moneyText.over)}
                            </span>
                          </td>
                        </tr>
                      );
                    })}
                  </tbody>
                </table>
              </Scroll>
            </>
          )
        }
      </Region>
    </Card>
  );
}

function withSums(queue: readonly Queued[]): readonly (Queued & { readonly sum: string })[] {
  let sum = yuanOf(0n);
  return queue.map((queued) => {
    sum = plus(sum, queued.subsidy);
    return { ...queued, sum };
  });
}
