// Scene 4: who hangs, which working day it is, and from when the next step is open. More than four take turns.
import { useEffect, useState } from 'react';
import type { WallScreen } from '../../domain/dashboard-screen.ts';
import { titleOfStreet } from '../../domain/streets.ts';
import { dayOf, printDay, printWeekday, shortDay } from '../figures/dates.ts';
import { useLanguage, useSay } from '../text/language.ts';
import { screenText } from './screen-text.ts';
import './clocks-scene.css';

const PER_PAGE = 4;
const SECONDS_PER_PAGE = 10;

export function ClocksScene({ screen: { clocks, today } }: { readonly screen: WallScreen }) {
  const say = useSay();
  const all = clocks.clocks;
  const pages = Math.max(1, Math.ceil(all.length / PER_PAGE));
  const [page, setPage] = useState(0);
  useEffect(() => {
    if (pages === 1) return;
    const turning = setInterval(() => setPage((current) => current + 1), SECONDS_PER_PAGE * 1000);
    return () => clearInterval(turning);
  }, [pages]);
  if (all.length === 0) return <p className="none">{say(screenText.noClocks)}</p>;
  const first = (page % pages) * PER_PAGE;
  return (
    <ol className="s4">
      {all.slice(first, first + PER_PAGE).map((clock) => (
        <ClockRow key={clock.projectId} clock={clock} today={today} />
      ))}
    </ol>
  );
}

function ClockRow({
  clock,
  today,
}: {
  readonly clock: WallScreen['clocks']['clocks'][number];
  readonly today: string;
}) {
  const say = useSay();
  const language = useLanguage();
  const { name, street, runsFrom, opensAt, openObjections, interrupted, countedDays } = clock;
  return (
    <li className="ck">
      <div className="ckn">
        <b>{name}</b>
        <span>
          {say(titleOfStreet(street)).replace(/(街道|镇)$/, '')}
          {runsFrom !== undefined && ` · ${printDay(runsFrom, language)} ${say(screenText.posted)}`}
          {interrupted && <em>{say(screenText.interrupted)}</em>}
          {openObjections > 0 && (
            <em>
              {openObjections} {say(openObjections === 1 ? screenText.oneInMediation : screenText.inMediation)}
            </em>
          )}
        </span>
      </div>
      <ol>
        {countedDays.map((day, index) => (
          <li key={day} className={day < today ? 'done' : day === today ? 'now' : ''}>
            <b className="num">{index + 1}</b>
            <span className="num">
              {shortDay(day)} {printWeekday(day, language)}
            </span>
          </li>
        ))}
      </ol>
      <div className="ckd">
        <span>{say(screenText.opens)}</span>
        <b className="num">
          {interrupted
            ? say(screenText.undetermined)
            : opensAt === undefined
              ? say(screenText.openEnded)
              : printDay(dayOf(opensAt), language)}
        </b>
      </div>
    </li>
  );
}
