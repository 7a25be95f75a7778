// One project for whoever keeps the system running: its number, where it stands, what comes next and when, what its machines wait
// for, and whether its ledger is whole; nothing of the case.
import { titleOfStreet } from '../../../domain/streets.ts';
import type { LedgerView, ProjectView } from '../../api/project-view.ts';
import { useReading } from '../../api/use-reading.ts';
import { Link } from '../../navigation/address.tsx';
import { type Engine, engineSentence, nextEventSentence } from '../../sentences/engine.ts';
import { byNumberText } from '../../text/by-number.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { projectText } from '../../text/project.ts';
import { shellText } from '../../text/shell.ts';
import { colon } from '../../text/texts.ts';
import type { PageProps } from '../office-page.tsx';
import { EngineState, titleOfWait } from '../operations/engine-state.tsx';
import { linkToRepair } from '../operations/link-to-repair.ts';
import { Card } from '../parts/card.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';
import { useToday } from '../parts/today.ts';
import { LedgerPanel } from './ledger-panel.tsx';
import { NextStep } from './next-step.tsx';
import { StepsStrip } from './steps-strip.tsx';
import './project.css';

/** What the routes give of a project to whoever knows it by its number: its records are empty. */
type Numbered = Pick<
  ProjectView,
  'projectId' | 'neighbourhood' | 'step' | 'stepTitle' | 'state' | 'stateTitle' | 'next' | 'pack'
>;

export function ProjectByNumber({ parts }: PageProps) {
  const path = `/api/projects/${parts[0]}`;
  const project = useReading<Numbered>(path);
  const ledger = useReading<LedgerView>(`${path}/ledger`).value;
  return (
    <Region reading={project} path={path} height={400}>
      {(view) => <Shown project={view} ledger={ledger} />}
    </Region>
  );
}

function Shown({ project, ledger }: { project: Numbered; ledger: LedgerView | undefined }) {
  const say = useSay();
  const language = useLanguage();
  const { projectId, neighbourhood, step, stepTitle, state, stateTitle, pack } = project;
  const enginePath = `/api/operations/projects/${projectId}/repair`;
  const engine = useReading<Engine>(enginePath);
  const today = useToday();
  return (
    <div className="project-page">
      <p className="crumb">
        <Link href="/projects">{say(shellText.projects)}</Link> / {say(titleOfStreet(neighbourhood.street))} /{' '}
        <span className="num">{projectId}</span>
      </p>
      <PageHead
        sentence={[
          projectId,
          ...(engine.value ? [say(colon), ...engineSentence(engine.value, titleOfWait, today, language)] : []),
        ]}
        lead={
          <>
            <span className="tag info">
              {say(projectText.step)} {step} {say(projectText.stepEnd)} {say(stepTitle)}
            </span>{' '}
            <span className={state === 'SUSPENDED' || state === 'EXCLUDED' ? 'tag bad' : 'tag warn'}>
              {say(stateTitle)}
            </span>{' '}
            {say(titleOfStreet(neighbourhood.street))} · {say(projectText.pack)} {pack}
          </>
        }
      />
      <NextStep project={project} sentence={nextEventSentence(project, language)} />
      <StepsStrip project={project} ledger={ledger} />
      <div className="pcols">
        <div className="grid main-col">
          <Card
            title={say(byNumberText.engine)}
            note={say(byNumberText.engineNote)}
            aside={<Link href={linkToRepair(projectId)}>{say(byNumberText.toReconciler)}</Link>}
          >
            <Region reading={engine} path={enginePath} height={120}>
              {(seen) => <EngineState engine={seen} />}
            </Region>
          </Card>
          <Card title={say(byNumberText.withheld)}>
            <p className="t2">{say(byNumberText.withheldLead)}</p>
          </Card>
        </div>
        <div className="grid side-col">
          <LedgerPanel projectId={projectId} ledger={ledger} mayReplay={false} byNumber />
        </div>
      </div>
    </div>
  );
}
