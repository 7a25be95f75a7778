// Six figures that say whether anything needs somebody: each is a link to what it counts.

import type { Clocks, Funnel, Latencies, MoneyRace, Stuck } from '../../../domain/dashboard.ts';
import type { Role } from '../../../domain/parties.ts';
import type { Times } from '../../api/times.ts';
import { dayOf, printDay, printTime } from '../../figures/dates.ts';
import { printMilliseconds } from '../../figures/durations.ts';
import { Link } from '../../navigation/address.tsx';
import { entryOf } from '../../navigation/entries.ts';
import { type Narrowing, narrowed } from '../../navigation/narrowing.ts';
import { dashboardText } from '../../text/dashboard.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import './key-figures.css';

type Tone = 'ok' | 'warn' | 'bad' | '';

interface TileProps {
  readonly title: string;
  readonly figure: string | undefined;
  readonly unit?: string;
  readonly note: string;
  readonly tone?: Tone;
  readonly href: string;
  readonly role: Role;
}

function Tile({ title, figure, unit, note, tone = '', href, role }: TileProps) {
  const inside = (
    <>
      <span className="k">{title}</span>
      <span className="v num">
        {figure ?? '—'}
        {unit && <small>{unit}</small>}
      </span>
      <span className="s">{note}</span>
    </>
  );
  // Somebody whose role has no such page reads the figure, and is not sent to a closed door.
  const [path = href] = href.split('?');
  if (!entryOf(path)?.opensFor(role)) return <div className={`tile ${tone}`}>{inside}</div>;
  return (
    <Link href={href} className={`tile ${tone}`}>
      {inside}
    </Link>
  );
}

export function KeyFigures(props: {
  role: Role;
  /** Goes along to what the figures count. */
  narrowing: Narrowing;
  funnel: Funnel | undefined;
  stuck: Stuck | undefined;
  clocks: Clocks | undefined;
  money: MoneyRace | undefined;
  latencies: Latencies | undefined;
  /** Only for those who may see what the server measured of itself, and where it measures. */
  times: Times | undefined;
}) {
  const say = useSay();
  const language = useLanguage();
  const { role, narrowing, funnel, stuck, clocks, money, latencies, times } = props;
  const reconciliation = stuck?.reconciliation;
  const stuckCount = reconciliation?.stuck.length ?? 0;
  // Days that are not counted open nothing.
  const opens = clocks?.clocks
    .flatMap(({ opensAt, interrupted }) => (interrupted ? [] : (opensAt ?? [])))
    .toSorted()[0];
  const interrupted = clocks?.clocks.filter((clock) => clock.interrupted).length ?? 0;
  const clockNotes = [
    ...(opens ? [`${say(dashboardText.earliest)} ${printDay(dayOf(opens), language)}`] : []),
    ...(interrupted > 0 ? [`${interrupted} ${say(dashboardText.ofThemInterrupted)}`] : []),
  ];
  return (
    <section className="tiles" aria-label={say(dashboardText.keyFigures)}>
      <Tile
        role={role}
        title={say(dashboardText.stuck)}
        figure={stuck && String(stuckCount)}
        note={
          reconciliation
            ? `${say(dashboardText.stuckTarget)} · ${printTime(reconciliation.at).slice(0, 5)} ${say(dashboardText.reconciledAt)}`
            : say(dashboardText.notReconciled)
        }
        tone={stuckCount === 0 ? 'ok' : 'bad'}
        href="/operations/reconciler"
      />
      <Tile
        role={role}
        title={say(dashboardText.dueToday)}
        figure={funnel && String(funnel.dueToday)}
        unit={say(dashboardText.items)}
        note={`${say(dashboardText.tomorrow)} ${funnel?.dueTomorrow ?? '—'} ${say(dashboardText.items)}`}
        tone={funnel?.dueToday ? 'warn' : ''}
        href={narrowed('/projects', narrowing, { due: 'today' })}
      />
      <Tile
        role={role}
        title={say(dashboardText.overdue)}
        figure={funnel && `${funnel.atLeast ? '≥' : ''}${funnel.overdue}`}
        unit={say(dashboardText.units)}
        note={say(dashboardText.overdueNote)}
        tone={funnel?.overdue ? 'bad' : 'ok'}
        href={narrowed('/projects', narrowing, { due: 'overdue' })}
      />
      <Tile
        role={role}
        title={say(dashboardText.inPublicity)}
        figure={clocks && String(clocks.running)}
        unit={say(dashboardText.units)}
        note={
          clockNotes.length > 0
            ? clockNotes.join(' · ')
            : say(clocks?.running ? dashboardText.pendingCalendar : dashboardText.noClock)
        }
        href={narrowed('/projects', narrowing, { state: 'NOTICE_OUT' })}
      />
      <Tile
        role={role}
        title={say(dashboardText.fullyFunded)}
        figure={money && String(money.funded)}
        {...(money && { unit: `/ ${money.open + money.funded}` })}
        note={
          money
            ? `${money.open + money.funded} ${say(money.open + money.funded === 1 ? dashboardText.ofAccount : dashboardText.ofAccounts)}`
            : ''
        }
        href={narrowed('/money', narrowing)}
      />
      {times === undefined ? (
        <Tile
          role={role}
          title={say(dashboardText.undelivered)}
          figure={latencies && String(latencies.undelivered)}
          note={say(dashboardText.undeliveredNote)}
          href="/notices"
        />
      ) : (
        <Tile
          role={role}
          title={say(dashboardText.paperVisible)}
          figure={times.papers && printMilliseconds(times.papers.p95)}
          note={
            times.papers
              ? `${say(dashboardText.ofToday)} ${times.papers.count} ${say(dashboardText.stacks)}`
              : say(dashboardText.noStack)
          }
          href="/operations/latency"
        />
      )}
    </section>
  );
}
