// Joint review: which are open, and of one who has said what in which round.
import { Button } from 'antd';
import { useState } from 'react';
import type { Reviews as ReviewList } from '../../../domain/dashboard.ts';
import type { ActName } from '../../../domain/projects/act-names.ts';
import {
  awaitedParties,
  type JointReview,
  partyOf,
  titleOfParty,
} from '../../../domain/projects/approvals/joint-review.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import type { ProjectView } from '../../api/project-view.ts';
import { useReading } from '../../api/use-reading.ts';
import { Link } from '../../navigation/address.tsx';
import { reviewSentence, reviewsSentence } from '../../sentences/lists.ts';
import type { Person } from '../../sign-in/session.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { listText } from '../../text/lists.ts';
import { shellText } from '../../text/shell.ts';
import type { PageProps } from '../office-page.tsx';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { LateActDrawer } from '../parts/late-act-drawer.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';
import { Matrix } from './matrix.tsx';

export function Reviews({ parts, person }: PageProps) {
  return parts[0] === undefined ? <List /> : <One projectId={parts[0]} person={person} />;
}

const PATH = '/api/dashboard/reviews';

function List() {
  const say = useSay();
  const language = useLanguage();
  const reading = useReading<ReviewList>(PATH);
  return (
    <Region reading={reading} path={PATH} height={300}>
      {({ reviews }) => (
        <>
          <PageHead sentence={reviewsSentence(reviews, language)} />
          <section className="card scroll">
            {reviews.length === 0 ? (
              <p>{say(listText.noReviews)}</p>
            ) : (
              <table className="plain">
                <Columns
                  titles={[
                    listText.neighbourhood,
                    listText.street,
                    listText.round,
                    listText.asked,
                    listText.awaited,
                    listText.result,
                  ]}
                />
                <tbody>
                  {reviews.map(({ projectId, name, street, round, asked, awaited, result }) => (
                    <tr key={projectId}>
                      <td>
                        <Link href={`/reviews/${projectId}`}>{name}</Link>
                      </td>
                      <td className="t2">{say(titleOfStreet(street))}</td>
                      <td className="num">{round || '—'}</td>
                      <td className="num">{asked || '—'}</td>
                      <td className="num">{round === 0 ? '—' : awaited}</td>
                      <td>
                        <ResultTag round={round} result={result} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
        </>
      )}
    </Region>
  );
}

function ResultTag({ round, result }: { round: number; result: JointReview['result'] | undefined }) {
  const say = useSay();
  if (round === 0) return <span className="tag">{say(listText.notConvened)}</span>;
  if (result === 'PASSED') return <span className="tag ok">{say(listText.passed)}</span>;
  if (result === 'RETURNED') return <span className="tag bad">{say(listText.returned)}</span>;
  return <span className="tag warn">{say(listText.running)}</span>;
}

function One({ projectId, person }: { projectId: string; person: Person }) {
  const path = `/api/projects/${projectId}`;
  const reading = useReading<ProjectView>(path);
  return (
    <Region reading={reading} path={path} height={300}>
      {(project) => <Shown project={project} person={person} />}
    </Region>
  );
}

const REVIEW_ACTS: readonly ActName[] = [
  'convene-joint-review',
  'give-review-opinion',
  'remove-review-party',
  'issue-review-minutes',
];

function Shown({ project, person }: { project: ProjectView; person: Person }) {
  const say = useSay();
  const language = useLanguage();
  const [open, setOpen] = useState<ActName>();
  const { jointReview } = project.approvals;
  // Whoever has spoken in this round, or is not asked, has nothing to say in it.
  const isAwaited = awaitedParties(jointReview).some((party) => party === partyOf({ ...person, id: '' }));
  const acts = project.allowedActs.filter(
    ({ act }) => REVIEW_ACTS.includes(act) && (act !== 'give-review-opinion' || isAwaited),
  );
  const against = jointReview.opinions.filter(
    ({ round, opinion }) => round === jointReview.round && opinion !== 'APPROVE',
  );
  return (
    <>
      <p className="crumb">
        <Link href="/reviews">{say(shellText.reviews)}</Link> /{' '}
        <Link href={`/projects/${project.projectId}#approvals`}>{project.neighbourhood.name}</Link>
      </p>
      <PageHead
        sentence={reviewSentence(
          {
            name: project.neighbourhood.name,
            round: jointReview.round,
            asked: jointReview.asked.length,
            awaited: awaitedParties(jointReview).map((party) => say(titleOfParty(party))),
            against: against.map(({ party }) => say(titleOfParty(party))),
            passed: jointReview.result === 'PASSED',
          },
          language,
        )}
      >
        {acts.map(({ act, title }, index) => (
          <Button key={act} type={index === 0 ? 'primary' : 'default'} onClick={() => setOpen(act)}>
            {say(title)}
          </Button>
        ))}
      </PageHead>
      <Card title={say(listText.matrix)} clause="二(四)2" note={say(listText.kept)}>
        <Matrix project={project} />
      </Card>
      {open && <LateActDrawer act={open} project={project} onClose={() => setOpen(undefined)} />}
    </>
  );
}
