// The auditor's desk: live checks with how each is computed, and the way into single projects. Read only.
import type { Accounts, Ageing, Clocks, Funnel, MoneyRace, Reviews, Stuck } from '../../../domain/dashboard.ts';
import { useReading } from '../../api/use-reading.ts';
import { Link } from '../../navigation/address.tsx';
import { auditSentence } from '../../sentences/oversight.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { auditText } from '../../text/oversight.ts';
import { shellText } from '../../text/shell.ts';
import type { PageProps } from '../office-page.tsx';
import { Card } from '../parts/card.tsx';
import { PageHead } from '../parts/page-head.tsx';

const LATE_STEPS = 7;

export function Audit(_: PageProps) {
  const say = useSay();
  const language = useLanguage();
  const funnel = useReading<Funnel>('/api/dashboard/funnel').value;
  const money = useReading<MoneyRace>('/api/dashboard/money').value;
  const open = useReading<Accounts>('/api/dashboard/accounts?funded=false').value;
  const ageing = useReading<Ageing>('/api/dashboard/ageing').value;
  const clocks = useReading<Clocks>('/api/dashboard/clocks').value;
  const reviews = useReading<Reviews>('/api/dashboard/reviews').value;
  const stuck = useReading<Stuck>('/api/dashboard/stuck').value;
  const late = ageing?.due.filter(({ dueOn, step }) => dueOn < ageing.today && step >= LATE_STEPS);
  const objecting = clocks?.clocks.filter(({ openObjections }) => openObjections > 0);
  const unminuted = reviews?.reviews.filter(({ result, minutesOn }) => result === 'PASSED' && minutesOn === undefined);
  const checks = [
    { title: auditText.money, how: auditText.moneyHow, count: money?.open, projects: open?.accounts },
    { title: auditText.late, how: auditText.lateHow, count: funnel?.overdue, href: '/projects?due=overdue' },
    { title: auditText.accounts, how: auditText.accountsHow, count: late?.length, projects: late },
    {
      title: auditText.objections,
      how: auditText.objectionsHow,
      count: objecting?.reduce((sum, { openObjections }) => sum + openObjections, 0),
      projects: objecting,
    },
    { title: auditText.review, how: auditText.reviewHow, count: unminuted?.length, projects: unminuted },
    {
      title: auditText.stuck,
      how: auditText.stuckHow,
      count: stuck && (stuck.reconciliation?.stuck.length ?? 0),
      href: '/operations/reconciler',
    },
  ];
  return (
    <>
      <PageHead
        sentence={auditSentence(
          checks.map(({ count }) => count),
          language,
        )}
      />
      <div className="grid">
        <Card title={say(auditText.checks)}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{say(auditText.check)}</th>
                <th scope="col" className="n">
                  {say(auditText.count)}
                </th>
                <th scope="col">{say(auditText.how)}</th>
              </tr>
            </thead>
            <tbody>
              {checks.map(({ title, how, count, projects, href }) => (
                <tr key={title.en}>
                  <td>
                    <b>{href ? <Link href={href}>{say(title)}</Link> : say(title)}</b>
                  </td>
                  <td className="n">
                    <span className={count === undefined ? 'tag' : count === 0 ? 'tag ok' : 'tag warn'}>
                      {count ?? '—'}
                    </span>
                  </td>
                  <td className="t2">
                    {say(how)} <ProjectLinks projects={projects} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="fine">{say(auditText.later)}</p>
        </Card>
        <div className="grid halves">
          <Card title={say(auditText.inProject)}>
            <p>{say(auditText.inProjectLead)}</p>
            <p>
              <Link href="/projects">{say(shellText.projects)}</Link>
            </p>
          </Card>
          <Card title={say(auditText.replay)}>
            <p>{say(auditText.replayLead)}</p>
          </Card>
        </div>
      </div>
    </>
  );
}

const LINKS = 6;

function ProjectLinks({
  projects = [],
}: {
  projects?: readonly { readonly projectId: string; readonly name: string }[] | undefined;
}) {
  return projects.slice(0, LINKS).map(({ projectId, name }) => (
    <Link key={projectId} href={`/projects/${projectId}`} className="tag info">
      {name}
    </Link>
  ));
}
