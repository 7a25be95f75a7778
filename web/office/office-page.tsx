// Which page an address shows; each is fetched when it is first opened.
import type { ComponentType } from 'react';
import { knowsByNumber } from '../../domain/known-by-number.ts';
import { Link } from '../navigation/address.tsx';
import { entryOf, homeOf } from '../navigation/entries.ts';
import { routeOf } from '../navigation/routes.ts';
import { addressOnReturn, type Person } from '../sign-in/session.ts';
import { useSay } from '../text/language.ts';
import { shellText } from '../text/shell.ts';
import { type Late, late } from './parts/late.tsx';

export interface PageProps {
  /** Parts of the address after the page's own. */
  readonly parts: readonly string[];
  readonly person: Person;
}

const page = (load: () => Promise<ComponentType<PageProps>>) => late(load, () => <Opening />);

const Replay = page(() => import('./project/replay-page.tsx').then(({ ReplayPage }) => ReplayPage));
const Papers = page(() => import('./papers/papers-page.tsx').then(({ PapersPage }) => PapersPage));
const ProjectPage = page(() => import('./project/project-page.tsx').then(({ ProjectPage }) => ProjectPage));
const ProjectByNumber = page(() =>
  import('./project/project-by-number.tsx').then(({ ProjectByNumber }) => ProjectByNumber),
);
const Projects = page(() => import('./projects/projects.tsx').then(({ Projects }) => Projects));
const Tasks = page(() => import('./tasks/tasks.tsx').then(({ Tasks }) => Tasks));
/** Open to everybody, signed in or not. */
const Calculators = late(
  () => import('./calculators/calculators.tsx').then(({ Calculators }) => Calculators),
  () => <Opening />,
);

const PAGES: Readonly<Record<string, Late<PageProps>>> = {
  '': page(() => import('./dashboard/dashboard.tsx').then(({ Dashboard }) => Dashboard)),
  tasks: Tasks,
  intake: page(() => import('./intake/intake.tsx').then(({ Intake }) => Intake)),
  reviews: page(() => import('./reviews/reviews.tsx').then(({ Reviews }) => Reviews)),
  money: page(() => import('./money/money-page.tsx').then(({ MoneyPage }) => MoneyPage)),
  programme: page(() => import('./programme/programme.tsx').then(({ Programme }) => Programme)),
  audit: page(() => import('./audit/audit.tsx').then(({ Audit }) => Audit)),
  notices: page(() => import('./notices/notices.tsx').then(({ Notices }) => Notices)),
  operations: page(() => import('./operations/operations.tsx').then(({ Operations }) => Operations)),
  settings: page(() => import('./settings/settings.tsx').then(({ Settings }) => Settings)),
};

const partsOf = (path: string): readonly string[] => path.split('/').filter((part) => part !== '');

function pageOf([first = '', projectId, part]: readonly string[]): Late<PageProps> | undefined {
  if (first !== 'projects') return PAGES[first];
  if (projectId === undefined) return Projects;
  if (part === 'papers') return Papers;
  return part === 'replay' ? Replay : ProjectPage;
}

// The address of the first page is known before the shell has been drawn, and before the token is there.
const [firstPath = '/'] = (addressOnReturn() ?? location.pathname).split(/[?#]/);
(firstPath.startsWith('/calculators') ? Calculators : pageOf(partsOf(firstPath)))?.prefetch();

export function OfficePage({ path, person }: { path: string; person: Person | undefined }) {
  const say = useSay();
  const all = partsOf(path);
  const [first = '', ...parts] = all;
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
  const Page = pageOf(all);
  if (Page === ProjectPage && knowsByNumber(person.role)) return <ProjectByNumber parts={parts} person={person} />;
  if ((Page === Papers || Page === Replay) && knowsByNumber(person.role)) {
    return <Nowhere says={say(shellText.notYours)} home={homeOf(person.role)} />;
  }
  return Page ? <Page parts={parts} person={person} /> : null;
}

function Opening() {
  const say = useSay();
  return (
    <div className="skel" role="status">
      {say(shellText.opening)}
    </div>
  );
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
