// Every clock that moves a project on by itself: notices that hang, and warranties that run; when each rings next, and why.
import type * as z from 'zod';
import type { projectListSchema } from '../../../domain/api.ts';
import type { Bilingual } from '../../../domain/bilingual.ts';
import type { Clocks } from '../../../domain/dashboard.ts';
import { useReading } from '../../api/use-reading.ts';
import { printDate, printMoment } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { useLanguage, useSay } from '../../text/language.ts';
import { operationsText } from '../../text/operations.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { Region } from '../parts/region.tsx';
import { Scroll } from '../parts/scroll.tsx';

const CLOCKS = '/api/dashboard/clocks';
const WARRANTIES = '/api/projects?state=IN_WARRANTY';
const COLUMNS = [operationsText.project, operationsText.rings, operationsText.why] as const;

export function ClocksPanel() {
  return (
    <div className="grid">
      <Notices />
      <Warranties />
    </div>
  );
}

function Notices() {
  const say = useSay();
  const reading = useReading<Clocks>(CLOCKS);
  return (
    <Card title={say(operationsText.noticeClocks)} note={reading.value?.running}>
      <Region reading={reading} path={CLOCKS}>
        {({ clocks }) => (
          <ClockTable
            none={operationsText.noClocks}
            clocks={clocks.map(({ projectId, name, opensAt, interrupted }) => ({
              ...{ projectId, name, place: '#publicity' },
              rings: opensAt && printMoment(opensAt),
              why: interrupted ? operationsText.whyInterrupted : operationsText.whyClock,
            }))}
          />
        )}
      </Region>
    </Card>
  );
}

function Warranties() {
  const say = useSay();
  const language = useLanguage();
  const reading = useReading<z.output<typeof projectListSchema>>(WARRANTIES);
  return (
    <Card
      title={say(operationsText.warrantyClocks)}
      aside={<Link href="/projects?state=IN_WARRANTY">{say(operationsText.allOf)}</Link>}
    >
      <Region reading={reading} path={WARRANTIES}>
        {({ projects }) => (
          <ClockTable
            none={operationsText.noWarranties}
            clocks={projects
              .toSorted((a, b) => (a.next?.dueOn ?? '').localeCompare(b.next?.dueOn ?? ''))
              .map(({ projectId, name, next }) => ({
                ...{ projectId, name },
                rings: next && printDate(next.dueOn, language),
                why: operationsText.whyWarranty,
              }))}
          />
        )}
      </Region>
    </Card>
  );
}

interface ShownClock {
  readonly projectId: string;
  readonly name: string;
  /** Where on the page of the project it is shown. */
  readonly place?: string;
  readonly rings: string | undefined;
  readonly why: Bilingual;
}

function ClockTable({ clocks, none }: { clocks: readonly ShownClock[]; none: Bilingual }) {
  const say = useSay();
  if (clocks.length === 0) return <p className="muted">{say(none)}</p>;
  return (
    <Scroll>
      <table className="plain">
        <Columns titles={COLUMNS} />
        <tbody>
          {clocks.map(({ projectId, name, place = '', rings, why }) => (
            <tr key={projectId}>
              <td>
                <Link href={`/projects/${projectId}${place}`}>{name}</Link>
              </td>
              <td className="num">{rings ?? say(operationsText.unknown)}</td>
              <td className="t2">{say(why)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
