// Scene 3: what of this year's subsidy can still be promised, and who is nearest to all of the residents' money.
import type { WallScreen } from '../../domain/dashboard-screen.ts';
import { titleOfStreet } from '../../domain/streets.ts';
import { largeAmount, shareOf } from '../figures/amounts.ts';
import { useLanguage, useSay } from '../text/language.ts';
import { screenText } from './screen-text.ts';
import './money-scene.css';

const ROWS = 6;

export function MoneyScene({ screen: { budget, money } }: { readonly screen: WallScreen }) {
  const say = useSay();
  return (
    <div className="s3">
      {budget === undefined ? (
        <p className="none">{say(screenText.noBudget)}</p>
      ) : (
        <div className="bud3">
          <h2>
            {budget.year} {say(screenText.budget)}
          </h2>
          <p className="hero2 num">
            <Amount yuan={budget.left} />
          </p>
          <p className="herol">{say(screenText.left)}</p>
          <div className="b3" aria-hidden="true">
            <i className="com" style={{ flex: shareOf(budget.reserved, budget.amount) }} />
            <i className="free" style={{ flex: shareOf(budget.left, budget.amount) }} />
          </div>
          <ul className="num">
            <li>
              <i className="com" />
              {say(screenText.reserved)}
              <b>
                <Amount yuan={budget.reserved} />
              </b>
            </li>
            <li>
              <i className="free" />
              {say(screenText.left)}
              <b>
                <Amount yuan={budget.left} />
              </b>
            </li>
          </ul>
        </div>
      )}
      <div className="race3">
        <h2>{say(screenText.race)}</h2>
        {money.nearest.length === 0 && <p className="none">{say(screenText.noRace)}</p>}
        <ol>
          {money.nearest.slice(0, ROWS).map(({ projectId, name, street, arrivalRate, missing }) => (
            <li key={projectId} className="rr">
              <span>
                {name}
                <small>{say(titleOfStreet(street)).replace(/(街道|镇)$/, '')}</small>
              </span>
              <span className="rbar" aria-hidden="true">
                <i style={{ width: `${arrivalRate}%` }} className={Number(arrivalRate) > 99 ? 'near' : ''} />
              </span>
              <b className="num">
                {arrivalRate}
                <small>%</small>
              </b>
              <em className="num">
                {say(screenText.missing)} <Amount yuan={missing} />
              </em>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

function Amount({ yuan }: { readonly yuan: string }) {
  const say = useSay();
  const { figure, unit } = largeAmount(yuan, useLanguage());
  return (
    <>
      {figure}
      <small> {say(unit)}</small>
    </>
  );
}
