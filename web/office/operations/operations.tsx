// Operations: reconciliation, clocks, calendar, latency and outbox; no personal data, no tokens.
import type { Stuck } from '../../../domain/dashboard.ts';
import { useReading } from '../../api/use-reading.ts';
import { printMoment } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { operationsSentence } from '../../sentences/oversight.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { operationsText } from '../../text/operations.ts';
import type { PageProps } from '../office-page.tsx';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { late } from '../parts/late.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { ClocksPanel } from './clocks-panel.tsx';
import { LatencyPanel } from './latency-panel.tsx';
import { OutboxPanel } from './outbox-panel.tsx';
import { RepairCard } from './repair-card.tsx';
import { RepairsByHand } from './repairs-by-hand.tsx';
import { titleOfRepair } from './title-of-repair.ts';

// Behind a tab of its own: with it, the first load would be over its budget.
const CalendarPanel = late(() => import('./calendar-panel.tsx').then(({ CalendarPanel }) => CalendarPanel));

const PARTS = ['reconciler', 'clocks', 'calendar', 'latency', 'outbox'] as const;

export function Operations({ parts, person }: PageProps) {
  const say = useSay();
  const language = useLanguage();
  const part = PARTS.find((each) => each === parts[0]) ?? 'reconciler';
  const stuck = useReading<Stuck>('/api/dashboard/stuck');
  const reconciliation = stuck.value?.reconciliation;
  return (
    <>
      <Region reading={stuck} path="/api/dashboard/stuck">
        {() => (
          <PageHead
            sentence={operationsSentence(
              {
                stuck: reconciliation?.stuck.length ?? 0,
                repairs: reconciliation?.repairs.length ?? 0,
                reconciled: reconciliation !== undefined,
              },
              language,
            )}
          />
        )}
      </Region>
      <Tabs
        label={say(operationsText.title)}
        tabs={PARTS.map((each) => ({ href: `/operations/${each}`, title: operationsText[each] }))}
        chosen={`/operations/${part}`}
      />
      {part === 'reconciler' && (
        <div className="grid">
          <Reconciler stuck={stuck.value} />
          <RepairCard
            key={reconciliation?.stuck[0]}
            mayRepair={person.role === 'RENOVATION_OFFICE'}
            stuck={reconciliation?.stuck ?? []}
          />
          <RepairsByHand />
        </div>
      )}
      {part === 'clocks' && <ClocksPanel />}
      {part === 'calendar' && <CalendarPanel mayEnter={person.role === 'OPERATOR'} />}
      {part === 'latency' && <LatencyPanel />}
      {part === 'outbox' && <OutboxPanel />}
    </>
  );
}

function Reconciler({ stuck }: { stuck: Stuck | undefined }) {
  const say = useSay();
  const reconciliation = stuck?.reconciliation;
  if (reconciliation === undefined) {
    return <Card title={say(operationsText.reconciler)}>{<p>{say(operationsText.never)}</p>}</Card>;
  }
  return (
    <Card
      title={say(operationsText.reconciler)}
      note={`${say(operationsText.at)} ${printMoment(reconciliation.at)} · ${say(operationsText.checked)} ${reconciliation.checked}`}
    >
      {reconciliation.stuck.length > 0 && (
        <p className="say bad">
          {say(operationsText.stuck)}：
          {reconciliation.stuck.map((projectId) => (
            <Link key={projectId} href={`/projects/${projectId}`}>
              {projectId}
            </Link>
          ))}
        </p>
      )}
      {reconciliation.repairs.length === 0 ? (
        <p className="muted">{say(operationsText.noRepairs)}</p>
      ) : (
        <table className="plain">
          <Columns titles={[operationsText.project, operationsText.verdict]} />
          <tbody>
            {reconciliation.repairs.map(({ projectId, repair }) => (
              <tr key={`${projectId}-${repair}`}>
                <td className="num">
                  <Link href={`/projects/${projectId}`}>{projectId}</Link>
                </td>
                <td>{say(titleOfRepair(repair))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
