// Every day of a notice from the posting to the opening, and why it opens on that day.
import type { CalendarView } from '../../../domain/calendar/calendar-view.ts';
import { useReading } from '../../api/use-reading.ts';
import { printDay, printWeekday, shortDay } from '../../figures/dates.ts';
import { type StripDay, stripOf, whyThisDay } from '../../sentences/why-this-day.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { projectText } from '../../text/project.ts';
import { Scroll } from './scroll.tsx';
import { useToday } from './today.ts';
import './calendar-days.css';

export function DayStrip({
  postedOn,
  endsOn,
  opensOn,
  voidedOn,
}: {
  postedOn: string;
  endsOn: string | undefined;
  opensOn: string | undefined;
  voidedOn?: readonly string[];
}) {
  const say = useSay();
  const language = useLanguage();
  const today = useToday() ?? '';
  const calendar = useReading<CalendarView>(`/api/calendar?from=${postedOn}`).value;
  if (calendar === undefined) return <div className="placeholder" style={{ height: 96 }} />;
  const days = stripOf({ postedOn, endsOn, opensOn, calendar: calendar.days });
  const reasons = whyThisDay(days, language, voidedOn);
  return (
    <>
      <Scroll>
        <ol className="cal">
          {days.map((day) => (
            <li key={day.date} className={classOf(day, today)}>
              <small>{shortDay(day.date)}</small>
              <small>{printWeekday(day.date, language)}</small>
              <b>{day.number ?? (day.kind === 'OPENS' ? '→' : '')}</b>
              <em>{say(TITLES[day.kind])}</em>
            </li>
          ))}
        </ol>
      </Scroll>
      <details className="why" open>
        <summary>
          {say(projectText.whyThisDay)} {opensOn ? printDay(opensOn, language) : say(projectText.unknown)}
        </summary>
        <ol>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ol>
      </details>
    </>
  );
}

const TITLES = {
  POSTED: projectText.postingDay,
  COUNTED: projectText.counted,
  WORKED: projectText.worked,
  OFF: projectText.holiday,
  WEEKEND: projectText.weekend,
  UNKNOWN: projectText.unknown,
  OPENS: projectText.opens,
} as const;

function classOf({ kind, date }: StripDay, today: string): string {
  if (kind === 'POSTED') return 'pst';
  if (kind === 'OPENS') return 'open';
  if (kind === 'UNKNOWN') return 'unknown';
  if (kind === 'OFF' || kind === 'WEEKEND') return 'off';
  if (date >= today) return 'todo';
  return kind === 'WORKED' ? 'adj' : 'cnt';
}
