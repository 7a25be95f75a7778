// Six figures that say whether anything needs somebody: each is a link to what it counts.
import type { Clocks, Funnel, Latencies, MoneyRace, Stuck } from '../../../domain/dashboard.ts';
import { dayOf, printDay, printTime } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { dashboardText } from '../../text/dashboard.ts';
import { useLanguage, useSay } from '../../text/language.ts';

type Tone = 'ok' | 'warn' | 'bad' | '';

interface TileProps {
  readonly title: string;
  readonly figure: string | undefined;
  readonly unit?: string;
  readonly note: string;
  readonly tone?: Tone;
  readonly href: string;
}

function Tile({ title, figure, unit, note, tone = '', href }: TileProps) {
  return (
    <Link href={href} className={`tile ${tone}`}>
      <span className="k">{title}</span>
      <span className="v num">
        {figure ?? '—'}
        {unit && <small>{unit}</small>}
      </span>
      <span className="s">{note}</span>
    </Link>
  );
}

export function KeyFigures(props: {
  funnel: Funnel | undefined;
  stuck: Stuck | undefined;
  clocks: Clocks | undefined;
  money: MoneyRace | undefined;
  latencies: Latencies | undefined;
}) {
  const say = useSay();
  const language = useLanguage();
  const { funnel, stuck, clocks, money, latencies } = props;
  const reconciliation = stuck?.reconciliation;
  const stuckCount = reconciliation?.stuck.length ?? 0;
  const opens = clocks?.clocks.flatMap(({ opensAt }) => opensAt ?? []).toSorted()[0];
  return (
    <section className="tiles" aria-label={say(dashboardText.keyFigures)}>
      <Tile
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
        title={say(dashboardText.dueToday)}
        figure={funnel && String(funnel.dueToday)}
        unit={say(dashboardText.items)}
        note={`${say(dashboardText.tomorrow)} ${funnel?.dueTomorrow ?? '—'} ${say(dashboardText.items)}`}
        tone={funnel?.dueToday ? 'warn' : ''}
        href="/projects?due=today"
      />
      <Tile
        title={say(dashboardText.overdue)}
        figure={funnel && `${funnel.atLeast ? '≥' : ''}${funnel.overdue}`}
        unit={say(dashboardText.units)}
        note={say(dashboardText.overdueNote)}
        tone={funnel?.overdue ? 'bad' : 'ok'}
        href="/projects?due=overdue"
      />
      <Tile
        title={say(dashboardText.inPublicity)}
        figure={clocks && String(clocks.running)}
        unit={say(dashboardText.units)}
        note={opens ? `${say(dashboardText.earliest)} ${printDay(dayOf(opens), language)}` : say(dashboardText.noClock)}
        href="/projects?state=PUBLICITY_RUNNING"
      />
      <Tile
        title={say(dashboardText.fullyFunded)}
        figure={money && String(money.funded)}
        {...(money && { unit: `/ ${money.open + money.funded}` })}
        note={money ? `${money.open + money.funded} ${say(dashboardText.ofAccounts)}` : ''}
        href="/money"
      />
      <Tile
        title={say(dashboardText.undelivered)}
        figure={latencies && String(latencies.undelivered)}
        note={say(dashboardText.undeliveredNote)}
        href="/notices"
      />
    </section>
  );
}
