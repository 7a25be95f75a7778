// The projects that the reader may see, filtered in the address, the one due first on top.
import { Button } from 'antd';
import { useState } from 'react';
import type { Bilingual } from '../../../domain/bilingual.ts';
import { knowsByNumber } from '../../../domain/known-by-number.ts';
import { mayRead } from '../../../domain/page-readers.ts';
import type { Role } from '../../../domain/parties.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import type { Problem } from '../../api/problem.ts';
import { download } from '../../api/request.ts';
import { useReading } from '../../api/use-reading.ts';
import { useQuery } from '../../navigation/address.tsx';
import { useKeys, walkFocus } from '../../navigation/keys.ts';
import { projectsSentence } from '../../sentences/lists.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { listText } from '../../text/lists.ts';
import type { PageProps } from '../office-page.tsx';
import { late } from '../parts/late.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Region } from '../parts/region.tsx';
import { useToday } from '../parts/today.ts';
import { FILTERS, ProjectFilters } from './project-filters.tsx';
import { type ProjectList, ProjectRows } from './project-rows.tsx';
import './projects.css';

const OpenProject = late(() => import('./open-project.tsx').then(({ OpenProject }) => OpenProject));

const ROWS = '.projects tbody a';
const LOCAL: readonly Role[] = ['STREET', 'COMMUNITY', 'BODY'];

/** Of whom the list is, where it is not of the whole district. */
function whose({ role, unit }: PageProps['person'], say: (text: Bilingual) => string): string {
  if (role === 'STREET') return say(titleOfStreet(unit));
  return LOCAL.includes(role) || mayRead('everyProject', role) ? '' : say(listText.concerned);
}

export function Projects({ person }: PageProps) {
  const say = useSay();
  const language = useLanguage();
  const query = useQuery();
  const today = useToday() ?? '';
  const [opening, setOpening] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const asked = new URLSearchParams([...query].filter(([name]) => FILTERS.some((filter) => filter === name)));
  const path = `/api/projects?${asked}`;
  const reading = useReading<ProjectList>(path);
  useKeys({ j: () => walkFocus(ROWS, 1), k: () => walkFocus(ROWS, -1) });
  return (
    <>
      <Region reading={reading} path={path}>
        {({ projects, cursor }) => (
          <PageHead
            sentence={projectsSentence(
              projects,
              cursor !== undefined,
              today || '2000-01-01',
              whose(person, say),
              language,
            )}
          >
            <Button onClick={async () => setProblem(await download(`/api/projects/export?${asked}`))}>
              {say(listText.export)} .xlsx
            </Button>
            {person.role === 'STREET' && (
              <Button type="primary" onClick={() => setOpening(true)}>
                {say(listText.open)}
              </Button>
            )}
          </PageHead>
        )}
      </Region>
      {problem && <ProblemLine problem={problem} />}
      {opening && <OpenProject street={person.unit} onClose={() => setOpening(false)} />}
      <section className="card">
        <ProjectFilters
          query={query}
          withStreets={!LOCAL.includes(person.role)}
          byNumber={knowsByNumber(person.role)}
        />
        <Region reading={reading} path={path} height={400}>
          {(list) => <ProjectRows key={path} list={list} path={path} today={today} />}
        </Region>
      </section>
    </>
  );
}
