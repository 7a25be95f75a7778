// A whole year of the calendar: a table for each month with what every day is, in words too, and below it who says so.
import type { CalendarView, DaySource } from '../../../domain/calendar/calendar-view.ts';
import { printWeekday } from '../../figures/dates.ts';
import {
  type DayWord,
  monthsOf,
  printRanges,
  type YearDay,
  type YearSource,
  yearOfDays,
} from '../../sentences/calendar-year.ts';
import { calendarText, dayWords } from '../../text/calendar.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import './calendar-year.css';

const WORDS = ['WORK', 'OFF', 'MADE_UP', 'UNKNOWN'] as const satisfies readonly DayWord[];
/** Any week from Monday to Sunday. */
const WEEK = [
  '2026-03-02',
  '2026-03-03',
  '2026-03-04',
  '2026-03-05',
  '2026-03-06',
  '2026-03-07',
  '2026-03-08',
] as const;

export function CalendarYear({ view, today }: { view: CalendarView; today: string | undefined }) {
  const say = useSay();
  const { days, sources } = yearOfDays(view);
  return (
    <>
      {view.year?.published === false && (
        <p className="say warn">
          {view.year.year}
          {say(calendarText.notPublished)}
        </p>
      )}
      <ul className="day-words">
        {WORDS.map((word) => (
          <li key={word}>
            <b className={word}>{say(dayWords[word].sign)}</b> {say(dayWords[word].title)}
          </li>
        ))}
      </ul>
      <div className="months">
        {monthsOf(days).map((weeks) => (
          <Month key={weeks[1]?.[0]?.date} weeks={weeks} today={today} />
        ))}
      </div>
      <h3>{say(calendarText.sources)}</h3>
      <ul className="day-sources">
        {sources.map((each) => (
          <SourceLine key={each.letter ?? 'weekly'} of={each} />
        ))}
      </ul>
    </>
  );
}

function Month({ weeks, today }: { weeks: readonly (readonly (YearDay | undefined)[])[]; today: string | undefined }) {
  const language = useLanguage();
  const date = weeks[1]?.[0]?.date ?? '';
  return (
    <table className="month-days">
      <caption>{printMonth(date, language)}</caption>
      <thead>
        <tr>
          {WEEK.map((each) => (
            <th scope="col" key={each}>
              {language === 'zh' ? printWeekday(each, 'zh').slice(1) : printWeekday(each, 'en').slice(0, 2)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find(Boolean)?.date}>
            {week.map((day, place) => (
              <Day key={WEEK[place]} day={day} isToday={day !== undefined && day.date === today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const printMonth = (date: string, language: 'zh' | 'en'): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { month: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

function Day({ day, isToday }: { day: YearDay | undefined; isToday: boolean }) {
  const say = useSay();
  if (day === undefined) return <td />;
  const { date, word, letter } = day;
  return (
    <td className={word} aria-current={isToday ? 'date' : undefined}>
      {Number(date.slice(8))}
      <small aria-hidden="true">
        {say(dayWords[word].sign)}
        {letter && <i>{letter}</i>}
      </small>
      <span className="sr">
        {say(dayWords[word].title)}
        {letter && ` ${say(calendarText.source)} ${letter}`}
        {isToday && ` ${say(calendarText.today)}`}
      </span>
    </td>
  );
}

function SourceLine({ of: { source, letter, about } }: { of: YearSource }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <li>
      <b>{letter ?? say(calendarText.unlettered)}</b> <Named source={source} />
      {WORDS.map((word) => {
        const ranges = about.filter((range) => range.word === word);
        return (
          ranges.length > 0 && (
            <span key={word}>
              <b className={word}>{say(dayWords[word].title)}</b> {printRanges(ranges, language)}
            </span>
          )
        );
      })}
    </li>
  );
}

function Named({ source }: { source: DaySource }) {
  const say = useSay();
  switch (source.of) {
    case 'NOTICE':
      return source.address === undefined ? (
        <>{source.title}</>
      ) : (
        <a href={source.address} target="_blank" rel="noreferrer">
          {source.title}
        </a>
      );
    case 'ENTERED_YEAR':
      return (
        <>
          {say(calendarText.enteredYear)} · {source.source}
        </>
      );
    case 'ENTERED_DAY':
      return (
        <>
          {say(calendarText.enteredDay)} · {source.source}
        </>
      );
    case 'STATUTORY':
      return (
        <>
          {say(calendarText.statutory)} · {source.law}
        </>
      );
    case 'WEEKLY':
      return (
        <>
          {say(calendarText.weekly)} · {source.law}
        </>
      );
    case 'UNPUBLISHED':
      return <>{say(calendarText.unpublished)}</>;
  }
}
