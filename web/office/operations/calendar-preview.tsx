// Which running notices an entry of the calendar would move, before it is written.
import { printDate } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { calendarText } from '../../text/calendar.ts';
import { useLanguage, useSay } from '../../text/language.ts';

export interface Preview {
  readonly running: number;
  readonly moved: readonly {
    readonly projectId: string;
    readonly name: string;
    readonly endsOn?: string;
    readonly wouldEndOn: string;
  }[];
}

export function CalendarPreview({ preview: { running, moved } }: { preview: Preview }) {
  const say = useSay();
  const language = useLanguage();
  if (moved.length === 0) {
    return (
      <p className="say ok" role="status">
        {say(calendarText.none)}
      </p>
    );
  }
  return (
    <div className="say warn" role="status">
      <div>
        <b>
          {say(calendarText.affects)} {moved.length} · {say(calendarText.of)} {running}
        </b>
        <ul>
          {moved.map(({ projectId, name, endsOn, wouldEndOn }) => (
            <li key={projectId}>
              <Link href={`/projects/${projectId}#publicity`}>{name}</Link> {say(calendarText.from)}{' '}
              {endsOn === undefined ? say(calendarText.open) : printDate(endsOn, language)} {say(calendarText.to)}{' '}
              {printDate(wouldEndOn, language)}
            </li>
          ))}
        </ul>
        {say(calendarText.only)}
      </div>
    </div>
  );
}
