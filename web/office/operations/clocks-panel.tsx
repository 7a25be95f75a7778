// Every clock that moves a project on by itself: notices that hang, and warranties that run; when each rings next, and why.
import type * as z from 'zod';
import type { projectListSchema } from '../../../domain/api.ts';
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
        {({ clocks }) =>
          clocks.length === 0 ? (
            <p className="muted">{say(operationsText.noClocks)}</p>
          ) : (
            <Scroll>
              <table className="plain">
                <Columns titles={COLUMNS} />
                <tbody>
                  {clocks.map(({ projectId, name, opensAt, interrupted }) => (
                    <tr key={projectId}>
                      <td>
                        <Link href={`/projects/${projectId}#publicity`}>{name}</Link>
                      </td>
                      <td className="num">{opensAt ? printMoment(opensAt) : say(operationsText.unknown)}</td>
                      <td className="t2">
                        {say(interrupted ? operationsText.whyInterrupted : operationsText.whyClock)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          )
        }
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
        {({ projects }) =>
          projects.length === 0 ? (
            <p className="muted">{say(operationsText.noWarranties)}</p>
          ) : (
            <Scroll>
              <table className="plain">
                <Columns titles={COLUMNS} />
                <tbody>
                  {projects
                    .toSorted((a, b) => (a.next?.dueOn ?? '').localeCompare(b.next?.dueOn ?? ''))
                    .map(({ projectId, name, next }) => (
                      <tr key={projectId}>
                        <td>
                          <Link href={`/projects/${projectId}`}>{name}</Link>
                        </td>
                        <td className="num">{next ? printDate(next.dueOn, language) : say(operationsText.unknown)}</td>
                        <td className="t2">{say(operationsText.whyWarranty)}</td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </Scroll>
          )
        }
      </Region>
    </Card>
  );
}
