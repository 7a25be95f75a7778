// Where the notices that run now hang; each place is confirmed on the page of its project.
import type { Clocks } from '../../../domain/dashboard.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import type { ProjectView } from '../../api/project-view.ts';
import { useReading } from '../../api/use-reading.ts';
import { Link } from '../../navigation/address.tsx';
import { codeText } from '../../text/codes.ts';
import { useSay } from '../../text/language.ts';
import { settingsText } from '../../text/operations.ts';
import { projectText } from '../../text/project.ts';
import { Card } from '../parts/card.tsx';
import { Region } from '../parts/region.tsx';

const PATH = '/api/dashboard/clocks';

export function PostingPlaces() {
  const say = useSay();
  const reading = useReading<Clocks>(PATH);
  return (
    <Region reading={reading} path={PATH}>
      {({ clocks }) =>
        clocks.length === 0 ? (
          <p className="say plain">{say(settingsText.noPlaces)}</p>
        ) : (
          <div className="grid halves">
            {clocks.map(({ projectId, name, street }) => (
              <Places key={projectId} projectId={projectId} title={`${name} · ${say(titleOfStreet(street))}`} />
            ))}
          </div>
        )
      }
    </Region>
  );
}

function Places({ projectId, title }: { projectId: string; title: string }) {
  const say = useSay();
  const project = useReading<ProjectView>(`/api/projects/${projectId}`).value;
  return (
    <Card title={title} aside={<Link href={`/projects/${projectId}#publicity`}>{say(projectText.publicity)}</Link>}>
      <ul>
        {project?.publicity.places.map(({ place, posted }) => (
          <li key={place}>
            {place} {posted === undefined && <span className="tag warn">{say(projectText.unposted)}</span>}
          </li>
        ))}
      </ul>
      <p>
        <Link href={`/settings/posting-places/${projectId}`}>{say(codeText.sheetOf)}</Link>
      </p>
    </Card>
  );
}
