// Which page an address shows; each is fetched when it is first opened.
import { type ComponentType, lazy, Suspense } from 'react';
import { Link } from '../navigation/address.tsx';
import { entryOf, homeOf } from '../navigation/entries.ts';
import { routeOf } from '../navigation/routes.ts';
import type { Person } from '../sign-in/session.ts';
import { useSay } from '../text/language.ts';
import { shellText } from '../text/shell.ts';

export interface PageProps {
  /** Parts of the address after the page's own. */
  readonly parts: readonly string[];
  readonly person: Person;
}

type Page = ComponentType<PageProps>;

const page = (load: () => Promise<Page>) => lazy(() => load().then((Component) => ({ default: Component })));

const loadDashboard = () => import('./dashboard/dashboard.tsx').then(({ Dashboard }) => Dashboard);
const loadProject = () => import('./project/project-page.tsx').then(({ ProjectPage }) => ProjectPage);

// The address of the first page is known before the shell has been drawn.
if (location.pathname === '/') void loadDashboard();
if (location.pathname.startsWith('/projects/')) void loadProject();

const Dashboard = page(loadDashboard);
const ProjectPage = page(loadProject);
const Replay = lazy(() => import('./project/replay-page.tsx').then(({ ReplayPage }) => ({ default: ReplayPage })));
const Papers = page(() => import('./papers/papers-page.tsx').then(({ PapersPage }) => PapersPage));
const Projects = page(() => import('./projects/projects.tsx').then(({ Projects }) => Projects));
const Tasks = page(() => import('./tasks/tasks.tsx').then(({ Tasks }) => Tasks));
const Intake = page(() => import('./intake/intake.tsx').then(({ Intake }) => Intake));
const Reviews = page(() => import('./reviews/reviews.tsx').then(({ Reviews }) => Reviews));
const Money = page(() => import('./money/money-page.tsx').then(({ MoneyPage }) => MoneyPage));
const Programme = page(() => import('./programme/programme.tsx').then(({ Programme }) => Programme));
const Audit = page(() => import('./audit/audit.tsx').then(({ Audit }) => Audit));
const Notices = page(() => import('./notices/notices.tsx').then(({ Notices }) => Notices));
const Operations = page(() => import('./operations/operations.tsx').then(({ Operations }) => Operations));
const Settings = page(() => import('./settings/settings.tsx').then(({ Settings }) => Settings));
const Calculators = lazy(() =>
  import('./calculators/calculators.tsx').then(({ Calculators }) => ({ default: Calculators })),
);

const PAGES: Readonly<Record<string, Page>> = {
  tasks: Tasks,
  intake: Intake,
  reviews: Reviews,
  money: Money,
  programme: Programme,
  audit: Audit,
  notices: Notices,
  operations: Operations,
  settings: Settings,
};

export function OfficePage({ path, person }: { path: string; person: Person | undefined }) {
  const say = useSay();
  return (
    <Suspense
      fallback={
        <div className="skel" role="status">
          {say(shellText.opening)}
        </div>
      }
    >
      <Shown path={path} person={person} />
    </Suspense>
  );
}

function Shown({ path, person }: { path: string; person: Person | undefined }) {
  const say = useSay();
  const [first = '', ...parts] = path.split('/').filter((part) => part !== '');
  if (first === 'calculators') return <Calculators chosen={parts[0]} />;
  if (person === undefined) return null;
  const entry = routeOf(path) && entryOf(path);
  if (entry === undefined) return <Nowhere says={say(shellText.notFound)} home={homeOf(person.role)} />;
  if (!entry.opensFor(person.role)) {
    return first === '' ? (
      <Tasks parts={parts} person={person} />
    ) : (
      <Nowhere says={say(shellText.notYours)} home={homeOf(person.role)} />
    );
  }
  if (first === '') return <Dashboard parts={parts} person={person} />;
  if (first === 'projects') {
    const [projectId, part] = parts;
    if (projectId === undefined) return <Projects parts={parts} person={person} />;
    if (part === 'papers') return <Papers parts={parts} person={person} />;
    if (part === 'replay') return <Replay projectId={projectId} />;
    return <ProjectPage parts={parts} person={person} />;
  }
  const Page = PAGES[first];
  return Page ? <Page parts={parts} person={person} /> : null;
}

function Nowhere({ says, home }: { says: string; home: string }) {
  const say = useSay();
  return (
    <section className="card">
      <h1>{says}</h1>
      <p>
        <Link href={home}>{say(shellText.home)}</Link>
      </p>
    </section>
  );
}
