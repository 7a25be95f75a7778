// The public notice: every day from the posting to the opening, and why it is that day; places, and objections.
import { useState } from 'react';
import type { DayKind } from '../../../domain/calendar/working-days.ts';
import { versionName } from '../../../domain/paper/version-name.ts';
import type { Problem } from '../../api/problem.ts';
import type { ProjectView } from '../../api/project-view.ts';
import { download } from '../../api/request.ts';
import { useReading } from '../../api/use-reading.ts';
import { dayOf, printDay, printWeekday, shortDay } from '../../figures/dates.ts';
import { type StripDay, stripOf, whyThisDay } from '../../sentences/why-this-day.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { projectText } from '../../text/project.ts';
import { Icon } from '../icons.tsx';
import { Card } from '../parts/card.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { useDates, useToday } from '../parts/today.ts';
import '../parts/calendar-days.css';
import './publicity-panel.css';

export interface CalendarView {
  readonly version: string;
  readonly days: readonly { readonly date: string; readonly kind: DayKind }[];
}

export function PublicityPanel({ project, folded }: { project: ProjectView; folded: boolean }) {
  const say = useSay();
  const dates = useDates();
  const language = useLanguage();
  const [problem, setProblem] = useState<Problem>();
  const { runsFrom, endsOn, opensAt, places, objections, voided = [] } = project.publicity;
  const voidNow = voided.filter(({ replaced }) => replaced === undefined);
  const open = objections.filter(({ outcome }) => outcome === undefined).length;
  return (
    <Card
      title={say(projectText.publicity)}
      clause="二(三)3"
      id="publicity"
      folded={folded}
      aside={
        <span className={`tag ${project.state === 'PUBLICITY_RUNNING' ? 'warn' : 'ok'}`}>
          {opensAt ? `${printDay(dayOf(opensAt), language)} ${say(projectText.opens)}` : say(project.stateTitle)}
        </span>
      }
    >
      {voidNow.map(({ kind, sha256, on, ...version }) => (
        <p className="say bad" key={sha256}>
          <Icon name="warn" size={16} />
          <span>
            {say(projectText[kind])}（{kind} V{versionName(version)}） {dates.day(on)} {say(projectText.voidedOn)}。
          </span>
        </p>
      ))}
      {runsFrom === undefined ? (
        <p className="say warn">{say(voidNow.length > 0 ? projectText.voided : projectText.notPosted)}</p>
      ) : (
        <DayStrip
          postedOn={runsFrom}
          endsOn={endsOn}
          opensOn={opensAt && dayOf(opensAt)}
          voidedOn={voided.map(({ on }) => on)}
        />
      )}
      <ul className="posting-places">
        {places.map(({ place, conspicuous, posted }) => (
          <li className="post" key={place}>
            <span>
              <b>{place}</b>
              <small>
                {posted ? dates.day(posted.on) : say(projectText.unposted)}
                {conspicuous && ` · ${say(projectText.conspicuous)}`}
              </small>
            </span>
            {posted && (
              <span>
                <Icon name="check" size={16} weight={2.4} />{' '}
                <button
                  type="button"
                  className="doc-link"
                  aria-label={`${place} ${say(projectText.photo)}`}
                  onClick={async () =>
                    setProblem(await download(`/api/projects/${project.projectId}/documents/${posted.photo}`))
                  }
                >
                  {say(projectText.photo)}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {problem && <ProblemLine problem={problem} />}
      {open > 0 && (
        <p className="say warn">
          <Icon name="warn" size={16} />
          <span>
            {open} {say(projectText.openObjections)}
          </span>
        </p>
      )}
    </Card>
  );
}

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
