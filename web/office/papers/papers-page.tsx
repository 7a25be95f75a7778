// Papers of one project: all that may be issued and those that are, or the page of the one that is being issued.
import { table as paperKinds } from 'virtual:paper-kinds';
import type { PaperKind } from '../../acts/paper-tables.ts';
import type { IssuedPaper } from '../../api/issued-paper.ts';
import type { ProjectView } from '../../api/project-view.ts';
import { useReading } from '../../api/use-reading.ts';
import { Link } from '../../navigation/address.tsx';
import { papersSentence } from '../../sentences/papers.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { paperText, withName } from '../../text/papers/page.ts';
import { shellText } from '../../text/shell.ts';
import type { PageProps } from '../office-page.tsx';
import { Card } from '../parts/card.tsx';
import { late } from '../parts/late.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';
import { IssuedList } from './issued-list.tsx';
import { papersOfProject } from './papers-place.ts';
import './papers.css';

/** Its forms are fetched when one is chosen. */
const IssuePage = late(
  () => import('./issue-page.tsx').then(({ IssuePage }) => IssuePage),
  () => <div className="placeholder" style={{ height: 400 }} />,
);
const VersionsPage = late(
  () => import('./versions-page.tsx').then(({ VersionsPage }) => VersionsPage),
  () => <div className="placeholder" style={{ height: 400 }} />,
);

export function PapersPage({ parts, person }: PageProps) {
  const [projectId = '', , kind, part] = parts;
  const path = `/api/projects/${projectId}`;
  const project = useReading<ProjectView>(path);
  const chosen = paperKinds.find((each) => each.kind === kind);
  return (
    <Region reading={project} path={path} height={400}>
      {(view) =>
        kind !== undefined && part === 'versions' ? (
          <VersionsPage
            place={papersOfProject(projectId)}
            kind={kind}
            neighbourhood={view.neighbourhood.name}
            crumb={(here) => <Crumb projectId={projectId} name={view.neighbourhood.name} here={here} />}
          />
        ) : chosen ? (
          <IssuePage key={`${projectId} ${chosen.kind}`} project={view} paper={chosen} />
        ) : (
          <Papers project={view} kinds={paperKinds.filter(({ issuedBy }) => issuedBy.includes(person.role))} />
        )
      }
    </Region>
  );
}

function Papers({ project, kinds }: { project: ProjectView; kinds: readonly PaperKind[] }) {
  const say = useSay();
  const language = useLanguage();
  const { projectId, neighbourhood, step } = project;
  const place = papersOfProject(projectId);
  const { path } = place;
  const reading = useReading<{ papers: readonly IssuedPaper[] }>(path);
  const papers = reading.value?.papers ?? [];
  const waiting = papers.filter(({ voiding, voidedOn }) => voiding && voidedOn === undefined).length;
  const steps = [...new Set(kinds.map((each) => each.step))].toSorted((a, b) => nearness(a, step) - nearness(b, step));
  return (
    <div className="papers-page">
      <Crumb projectId={projectId} name={neighbourhood.name} />
      <PageHead
        sentence={papersSentence({ kinds: kinds.length, issued: papers.length, waiting }, language)}
        lead={`${neighbourhood.name} · ${say(paperText.step)} ${step} ${say(paperText.stepEnd)}`}
      />
      <div className="papers">
        <Card title={say(paperText.issued)} id="issued">
          <Region reading={reading} path={path}>
            {() => <IssuedList place={place} papers={papers} />}
          </Region>
        </Card>
        <Card title={say(paperText.kinds)} id="kinds">
          {kinds.length === 0 && <p className="muted">{say(paperText.noKinds)}</p>}
          {steps.map((each) => (
            <section key={each} className="kinds" aria-label={stepTitle(each, say)}>
              <h3>
                {stepTitle(each, say)} {each === step && <span className="tag info">{say(paperText.ofStep)}</span>}
              </h3>
              <ul>
                {kinds
                  .filter((paper) => paper.step === each)
                  .map(({ kind, title }) => (
                    <li key={kind}>
                      <Link href={`/projects/${projectId}/papers/${kind}`}>
                        <code>{kind}</code> {withName(say(title), neighbourhood.name)}
                      </Link>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </Card>
      </div>
    </div>
  );
}

export function Crumb({ projectId, name, here }: { projectId: string; name: string; here?: string }) {
  const say = useSay();
  return (
    <p className="crumb">
      <Link href="/projects">{say(shellText.projects)}</Link> / <Link href={`/projects/${projectId}`}>{name}</Link> /{' '}
      {here === undefined ? (
        say(paperText.title)
      ) : (
        <Link href={`/projects/${projectId}/papers`}>{say(paperText.title)}</Link>
      )}
      {here !== undefined && ` / ${here}`}
    </p>
  );
}

/** The step that the project stands in first, then those that follow it, then what lies behind. */
const nearness = (step: number, current: number): number => (step >= current ? step - current : 20 - step);

const stepTitle = (step: number, say: ReturnType<typeof useSay>): string =>
  step === 0 ? say(paperText.anyStep) : `${say(paperText.step)} ${step} ${say(paperText.stepEnd)}`;
