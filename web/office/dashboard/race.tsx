// The accounts nearest to all of the residents' money, with the gap in money: a bar with an end mark, no gauge.
import type { MoneyRace } from '../../../domain/dashboard.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import { printLarge } from '../../figures/amounts.ts';
import { Link } from '../../navigation/address.tsx';
import { dashboardText } from '../../text/dashboard.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import './race.css';

const NEAR = 99;

export function Race({ race: { nearest } }: { race: MoneyRace }) {
  const say = useSay();
  const language = useLanguage();
  if (nearest.length === 0) return <p className="muted">{say(dashboardText.noRace)}</p>;
  return (
    <>
      <ol className={nearest.every(({ projectId, name }) => name === projectId) ? 'race numbered' : 'race'}>
        {nearest.map(({ projectId, name, street, arrivalRate, missing }) => {
          const near = Number(arrivalRate) >= NEAR;
          return (
            <li key={projectId}>
              <span className="rn">
                <Link href={`/projects/${projectId}#money`}>{name}</Link>{' '}
                <span className="muted">{say(titleOfStreet(street))}</span>
              </span>
              <span className="bar" aria-hidden="true">
                <i style={{ width: `${arrivalRate}%` }} className={near ? 'near' : ''} />
              </span>
              <b className="num">{arrivalRate}%</b>
              <span className="gap num">
                {say(dashboardText.missing)} {printLarge(missing, language)}
              </span>
            </li>
          );
        })}
      </ol>
      {nearest.some(({ arrivalRate }) => Number(arrivalRate) >= NEAR) && (
        <p className="say2">{say(dashboardText.nearly)}</p>
      )}
    </>
  );
}
