// The running notices: which counted day it is, until when, and what keeps the gate shut besides time.
import type { Clocks } from '../../../domain/dashboard.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import { dayOf, printDay, printWeekday, shortDay } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { dashboardText } from '../../text/dashboard.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import './clock-list.css';

const SHOWN = 5;

export function ClockList({ clocks: { clocks, today } }: { clocks: Clocks }) {
  const say = useSay();
  const language = useLanguage();
  if (clocks.length === 0) return <p className="muted">{say(dashboardText.noClock)}</p>;
  return (
    <ul className="clocks">
      {clocks.slice(0, SHOWN).map((clock) => (
        <li key={clock.projectId}>
          <div className="cn">
            <Link href={`/projects/${clock.projectId}#publicity`}>{clock.name}</Link>
            <span className="muted">
              {say(titleOfStreet(clock.street))}
              {clock.runsFrom && ` · ${printDay(clock.runsFrom, language)} ${say(dashboardText.postedOn)}`}
              {clock.openObjections > 0 && (
                <>
                  {' · '}
                  <b className="am">
                    {clock.openObjections}{' '}
                    {say(clock.openObjections === 1 ? dashboardText.oneObjection : dashboardText.objections)}
                  </b>
                </>
              )}
            </span>
            {clock.interrupted && <span className="note">{say(dashboardText.interrupted)}</span>}
          </div>
          {clock.countedDays.length > 0 ? <CountedDays days={clock.countedDays} today={today} /> : <span />}
          <div className="op num">
            <span className="muted">{say(dashboardText.opens)}</span>
            <b>
              {clock.interrupted
                ? say(dashboardText.undetermined)
                : clock.opensAt
                  ? printDay(dayOf(clock.opensAt), language)
                  : say(dashboardText.pendingCalendar)}
            </b>
          </div>
        </li>
      ))}
    </ul>
  );
}

function CountedDays({ days, today }: { days: readonly string[]; today: string }) {
  const language = useLanguage();
  const done = days.filter((day) => day < today).length;
  const label = language === 'zh' ? `已满 ${done} 个工作日，共 ${days.length} 个` : `${done} of ${days.length} days`;
  return (
    <ol className="days" aria-label={label}>
      {days.map((day, index) => (
        <li
          key={day}
          className={day < today ? 'done' : day === today ? 'now' : ''}
          title={`${printDay(day, language)} ${printWeekday(day, language)}`}
        >
          <b>{index + 1}</b>
          <span>{shortDay(day)}</span>
        </li>
      ))}
    </ol>
  );
}
