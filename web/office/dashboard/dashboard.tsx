// The dashboard: one sentence, six figures, where it is slow, what runs by the clock, money, and what is due first.
import { Button } from 'antd';
import type {
  Ageing,
  BudgetYear,
  Clocks,
  Funnel,
  Latencies,
  MoneyRace,
  Streets,
  Stuck,
} from '../../../domain/dashboard.ts';
import { mayRead } from '../../../domain/page-readers.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import { TIMES, type Times } from '../../api/times.ts';
import { useReading } from '../../api/use-reading.ts';
import { printDatedWeekday } from '../../figures/dates.ts';
import { go, Link, useQuery } from '../../navigation/address.tsx';
import { narrowed, narrowingOf } from '../../navigation/narrowing.ts';
import { dashboardSentence } from '../../sentences/dashboard.ts';
import { dashboardText } from '../../text/dashboard.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import type { PageProps } from '../office-page.tsx';
import { Card } from '../parts/card.tsx';
import { HeadLines, HeadRow } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';
import { Budget } from './budget.tsx';
import { ClockList } from './clock-list.tsx';
import { DueFirst } from './due-first.tsx';
import { KeyFigures } from './key-figures.tsx';
import { MeasuredToday } from './measured-today.tsx';
import { Race } from './race.tsx';
import { ScopePicks } from './scope-picks.tsx';
import { StepsChart, StepsLegend } from './steps-chart.tsx';
import { StreetsChart, StreetsLegend } from './streets-chart.tsx';
import { SystemNow } from './system-now.tsx';
import './dashboard.css';

const CHART_HEIGHT = 348;
/** Who may see what the server measured of itself. */
const OVERSEERS = ['OPERATOR', 'RENOVATION_OFFICE', 'AUDIT'] as const;

export function Dashboard({ person }: PageProps) {
  const say = useSay();
  const language = useLanguage();
  const narrowing = narrowingOf(useQuery());
  const { street, year } = narrowing;
  const paths = {
    funnel: narrowed('/api/dashboard/funnel', narrowing),
    streets: narrowed('/api/dashboard/streets', narrowing),
    clocks: narrowed('/api/dashboard/clocks', narrowing),
    money: narrowed('/api/dashboard/money', narrowing),
    ageing: narrowed('/api/dashboard/ageing', narrowing, { limit: '6' }),
    budget: '/api/dashboard/budget',
    stuck: narrowed('/api/dashboard/stuck', narrowing),
    latencies: '/api/dashboard/latencies',
  };
  const funnel = useReading<Funnel>(paths.funnel);
  const streets = useReading<Streets>(paths.streets);
  const clocks = useReading<Clocks>(paths.clocks);
  const money = useReading<MoneyRace>(paths.money);
  const ageing = useReading<Ageing>(paths.ageing);
  const budget = useReading<BudgetYear>(paths.budget);
  const stuck = useReading<Stuck>(paths.stuck);
  const latencies = useReading<Latencies>(paths.latencies);
  const oversees = OVERSEERS.some((role) => role === person.role);
  const times = useReading<Times>(oversees ? TIMES : undefined).value;
  const today = funnel.value?.today ?? '';
  return (
    <>
      <HeadRow
        acts={
          <>
            {mayRead('programme', person.role) && <Link href="/programme/figures">{say(dashboardText.sources)}</Link>}
            <ScopePicks withStreets={person.role !== 'STREET'} />
            {person.role === 'RENOVATION_OFFICE' && (
              <Button
                type="primary"
                href="/notices"
                onClick={(event) => {
                  event.preventDefault();
                  go('/notices');
                }}
              >
                {say(dashboardText.circular)}
              </Button>
            )}
          </>
        }
      >
        <Region reading={funnel} path={paths.funnel}>
          {(figures) => (
            <HeadLines
              sentence={dashboardSentence(figures, stuck.value, language, {
                ...(street && person.role !== 'STREET' && { area: say(titleOfStreet(street)) }),
                ...(year && { year }),
              })}
              lead={printDatedWeekday(figures.today, language)}
            />
          )}
        </Region>
      </HeadRow>
      <KeyFigures
        role={person.role}
        narrowing={narrowing}
        {...{ funnel: funnel.value, stuck: stuck.value, clocks: clocks.value }}
        {...{ money: money.value, latencies: latencies.value, times: times?.measured ? times : undefined }}
      />
      <div className="grid r2">
        <Card title={say(dashboardText.steps)} aside={<StepsLegend />}>
          <Region reading={funnel} path={paths.funnel} height={CHART_HEIGHT}>
            {(figures) => <StepsChart funnel={figures} narrowing={narrowing} height={CHART_HEIGHT} />}
          </Region>
        </Card>
        <Card title={say(dashboardText.streets)} aside={<StreetsLegend />}>
          <Region reading={streets} path={paths.streets} height={CHART_HEIGHT}>
            {(figures) => <StreetsChart streets={figures} year={year} height={CHART_HEIGHT} />}
          </Region>
        </Card>
      </div>
      <div className="grid r3">
        <Card title={say(dashboardText.clocks)} note={say(dashboardText.clocksNote)} clause="二(三)3">
          <Region reading={clocks} path={paths.clocks} height={218}>
            {(figures) => <ClockList clocks={figures} />}
          </Region>
        </Card>
        <Card title={say(dashboardText.race)} note={say(dashboardText.floored)} clause="二(三)4">
          <Region reading={money} path={paths.money} height={218}>
            {(figures) => <Race race={figures} />}
          </Region>
        </Card>
        <Card title={say(dashboardText.budget)} note={say(dashboardText.budgetUnit)} clause="三(四)">
          <Region reading={budget} path={paths.budget} height={218}>
            {(figures) => <Budget figures={figures} />}
          </Region>
        </Card>
      </div>
      <div className="grid r4">
        <Card title={say(dashboardText.todo)} note={say(dashboardText.todoNote)}>
          <Region reading={ageing} path={paths.ageing} height={218}>
            {(figures) => (
              <DueFirst
                due={figures.due}
                today={today || figures.today}
                mayRemind={person.role === 'RENOVATION_OFFICE'}
              />
            )}
          </Region>
        </Card>
        <Card title={say(dashboardText.system)}>
          <SystemNow stuck={stuck.value} latencies={latencies.value} />
          {oversees && <MeasuredToday />}
        </Card>
      </div>
    </>
  );
}
