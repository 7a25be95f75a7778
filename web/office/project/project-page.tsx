// One project: what is next, what can be done, the nine steps, and every record that has begun.
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { titleOfStreet } from '../../../domain/streets.ts';
import type { Problem } from '../../api/problem.ts';
import type { LedgerView, ProjectView } from '../../api/project-view.ts';
import { download } from '../../api/request.ts';
import { useReading } from '../../api/use-reading.ts';
import { printCount } from '../../figures/amounts.ts';
import { Link } from '../../navigation/address.tsx';
import { keepInView } from '../../navigation/keep-in-view.ts';
import { nextStepSentence } from '../../sentences/next-step.ts';
import { type Say, useLanguage, useSay } from '../../text/language.ts';
import { projectText } from '../../text/project.ts';
import { shellText } from '../../text/shell.ts';
import { colon } from '../../text/texts.ts';
import type { PageProps } from '../office-page.tsx';
import { late } from '../parts/late.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Region } from '../parts/region.tsx';
import { ActsPanel } from './acts-panel.tsx';
import { Approvals } from './approvals.tsx';
import { BallotPanel } from './ballot-panel.tsx';
import { Findings } from './findings.tsx';
import { MoneyPanel } from './money-panel.tsx';
import { NextStep } from './next-step.tsx';
import { PublicityPanel } from './publicity-panel.tsx';
import { StepsStrip } from './steps-strip.tsx';
import './project.css';

/** What is not looked at first comes a moment later. */
const Printing = late(() => import('./printing.tsx').then(({ Printing }) => Printing));
const RosterCard = late(() => import('./roster-card.tsx').then(({ RosterCard }) => RosterCard));
const Documents = late(() => import('./documents.tsx').then(({ Documents }) => Documents));
const LedgerPanel = late(() => import('./ledger-panel.tsx').then(({ LedgerPanel }) => LedgerPanel));
const WorksPanel = late(() => import('./works-panel.tsx').then(({ WorksPanel }) => WorksPanel));

export function ProjectPage({ parts, person }: PageProps) {
  const path = `/api/projects/${parts[0]}`;
  const project = useReading<ProjectView>(path);
  const ledger = useReading<LedgerView>(`${path}/ledger`);
  return (
    <Region reading={project} path={path} height={400}>
      {(view) => <Shown project={view} ledger={ledger.value} person={person} />}
    </Region>
  );
}

const BUNDLE_ROLES = ['STREET', 'RENOVATION_OFFICE', 'AUDIT'] as const;

function Shown({
  project,
  ledger,
  person,
}: {
  project: ProjectView;
  ledger: LedgerView | undefined;
  person: PageProps['person'];
}) {
  const say = useSay();
  const language = useLanguage();
  const [problem, setProblem] = useState<Problem>();
  const { projectId, neighbourhood, step, stepTitle, stateTitle, pack, consent, publicity, funding } = project;
  useScrollToPanel(projectId);
  const late = step >= 5;
  const mayTakeAway = BUNDLE_ROLES.some((role) => role === person.role);
  const mayCount = ['STREET', 'COMMUNITY', 'BODY'].includes(person.role);
  const panels = [
    {
      about: [3],
      begun: publicity.notice !== undefined,
      panel: <PublicityPanel key="publicity" project={project} folded={late} />,
    },
    {
      about: [1, 2, 3],
      begun: consent.planBallot !== undefined || consent.willingness !== undefined,
      panel: <BallotPanel key="ballot" project={project} ledger={ledger} folded={late} mayCount={mayCount} />,
    },
    {
      about: [4],
      begun: consent.plan !== undefined,
      panel: <MoneyPanel key="money" project={project} ledger={ledger} />,
    },
    { about: [5], begun: step >= 3, panel: <Approvals key="approvals" project={project} folded={step >= 7} /> },
    {
      about: [6, 7, 8, 9],
      begun: step >= 6,
      panel: <WorksPanel key="works" project={project} />,
    },
  ].filter(({ begun }) => begun);
  // The panels of the step that the project stands in come first; what lies behind follows, the latest on top.
  const distance = (about: readonly number[]) => (about.includes(step) ? 0 : 1 + Math.abs(step - Math.max(...about)));
  const inOrder = panels.toSorted((a, b) => distance(a.about) - distance(b.about));
  return (
    <div className="project-page">
      <p className="crumb">
        <Link href="/projects">{say(shellText.projects)}</Link> / {say(titleOfStreet(neighbourhood.street))} /{' '}
        <span className="num">{projectId}</span>
      </p>
      <div className="ph1">
        <h1>{neighbourhood.name}</h1>
        <span className="tag info">
          {say(projectText.step)} {step} {say(projectText.stepEnd)} {say(stepTitle)}
        </span>
        <span className={project.state === 'SUSPENDED' || project.state === 'EXCLUDED' ? 'tag bad' : 'tag warn'}>
          {say(stateTitle)}
        </span>
        <span className="t2">
          {[
            say(titleOfStreet(neighbourhood.street)),
            ...placeOf(project, ledger, say),
            `${say(projectText.pack)} ${pack}`,
          ].join(' · ')}
        </span>
        {mayTakeAway && (
          <span className="r">
            <Button onClick={async () => setProblem(await download(`/api/projects/${projectId}/evidence`))}>
              {say(projectText.bundle)}
            </Button>
          </span>
        )}
      </div>
      {problem && <ProblemLine problem={problem} />}
      {project.suspended && (
        <p className="say bad">
          {say(projectText.suspended)}
          {say(colon)}
          {project.suspended.reason}
        </p>
      )}
      <NextStep project={project} sentence={nextStepSentence(project, language)} />
      <StepsStrip project={project} ledger={ledger} />
      <div className="pcols">
        <div className="grid main-col">{inOrder.map(({ panel }) => panel)}</div>
        <div className="grid side-col">
          <ActsPanel project={project} ledger={ledger} person={person} />
          {person.role === 'STREET' && funding.account === undefined && <RosterCard projectId={projectId} />}
          <Printing project={project} person={person} />
          <Findings ledger={ledger} />
          <Documents project={project} ledger={ledger} />
          <LedgerPanel projectId={projectId} ledger={ledger} mayReplay={mayTakeAway} />
        </div>
      </div>
    </div>
  );
}

/** What is known of the place itself: households of the roll, and when it was built. */
function placeOf({ consent }: ProjectView, ledger: LedgerView | undefined, say: Say): readonly string[] {
  const households = (consent.planBallot ?? consent.willingness)?.tally?.households.total;
  const survey = ledger?.entries.findLast(({ act }) => act === 'record-survey');
  // The input of the survey, by the schema of its act.
  const input = survey?.payload.input as { eligibility?: { completionYear?: string | number } } | undefined;
  const year = input?.eligibility?.completionYear;
  return [
    ...(households === undefined
      ? []
      : [`${printCount(households)} ${say(households === 1 ? projectText.oneHousehold : projectText.householdsOf)}`]),
    ...(year === undefined ? [] : [`${year} ${say(projectText.built)}`]),
  ];
}

/** `#money` names a panel that is drawn after the page has been read. */
function useScrollToPanel(projectId: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each project that is opened
  useEffect(() => {
    const id = location.hash.slice(1);
    if (id === '') return;
    let end = () => {};
    const show = () => {
      const panel = document.getElementById(id);
      // An entry of the ledger shows itself, in the middle.
      if (panel !== null && !id.startsWith('entry-')) end = keepInView(panel);
      return panel !== null;
    };
    // Some panels come a moment later.
    const watching = new MutationObserver(() => {
      if (show()) watching.disconnect();
    });
    if (!show()) watching.observe(document.body, { childList: true, subtree: true });
    return () => {
      watching.disconnect();
      end();
    };
  }, [projectId]);
}
