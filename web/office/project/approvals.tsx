// The streamlined approvals: the number of papers each asks for, how far it is, and its clause.
import type { Bilingual } from '../../../domain/bilingual.ts';
import type { ProjectView } from '../../api/project-view.ts';
import { Link } from '../../navigation/address.tsx';
import { approvalText } from '../../text/approvals.ts';
import { useSay } from '../../text/language.ts';
import { projectText } from '../../text/project.ts';
import { colon } from '../../text/texts.ts';
import { titleOfWord } from '../../text/values.ts';
import { Card } from '../parts/card.tsx';
import { Clause } from '../parts/clause.tsx';
import './approvals.css';

interface Approval {
  readonly title: Bilingual;
  readonly note: Bilingual;
  readonly clause: string;
  /** How many papers the text names; absent where it names none by number. */
  readonly papers?: number;
  readonly state: Bilingual;
  readonly tone: 'ok' | 'warn' | 'bad' | '';
}

export function Approvals({ project, folded }: { project: ProjectView; folded: boolean }) {
  const say = useSay();
  const { delivery, jointReview } = project.approvals;
  return (
    <Card
      title={say(projectText.approvals)}
      note={say(projectText.approvalsNote)}
      id="approvals"
      folded={folded}
      aside={jointReview.round > 0 && <Link href={`/reviews/${project.projectId}`}>{say(approvalText.review)}</Link>}
    >
      {delivery && (
        <p className="t2">
          {say(approvalText.delivery)}
          {say(colon)}
          {say(titleOfWord(delivery.mode))} · <span className="num">{delivery.projectCode}</span>
        </p>
      )}
      <ol className="aps">
        {approvalsOf(project).map(({ title, note, clause, state, tone, papers }, index) => (
          <li key={title.en}>
            <i>{index + 1}</i>
            <div>
              <b>{say(title)}</b>
              <small className="muted">{say(note)}</small>
            </div>
            {papers !== undefined && (
              <span className="tag">
                {papers} {say(papers === 1 ? projectText.paper : projectText.papers)}
              </span>
            )}
            <span className={`tag ${tone}`}>{say(state)}</span>
            <Clause clause={clause} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

const NOT_YET = { state: approvalText.notYet, tone: '' } as const;

function decided(status: 'FILED' | 'APPROVED' | 'GRANTED' | 'RETURNED' | undefined): Pick<Approval, 'state' | 'tone'> {
  switch (status) {
    case undefined:
      return NOT_YET;
    case 'FILED':
      return { state: approvalText.filed, tone: 'warn' };
    case 'APPROVED':
    case 'GRANTED':
      return { state: approvalText.approved, tone: 'ok' };
    case 'RETURNED':
      return { state: approvalText.returned, tone: 'bad' };
  }
}

const recorded = (record: unknown): Pick<Approval, 'state' | 'tone'> =>
  record === undefined ? NOT_YET : { state: approvalText.recorded, tone: 'ok' };

/** 立项 is two papers: once the study is approved, the preliminary design decides. */
function projectApproved({ approvals }: ProjectView): Pick<Approval, 'state' | 'tone'> {
  const { feasibilityStudy, preliminaryDesign } = approvals;
  if (preliminaryDesign) return decided(preliminaryDesign.status);
  if (feasibilityStudy?.status === 'APPROVED') return { state: approvalText.studyApproved, tone: 'warn' };
  return decided(feasibilityStudy?.status);
}

function reviewed({ approvals: { jointReview } }: ProjectView): Pick<Approval, 'state' | 'tone'> {
  if (jointReview.round === 0) return NOT_YET;
  if (jointReview.result === 'PASSED') return { state: approvalText.passed, tone: 'ok' };
  if (jointReview.result === 'RETURNED') return { state: approvalText.returned, tone: 'bad' };
  return { state: approvalText.open, tone: 'warn' };
}

function approvalsOf(project: ProjectView): readonly Approval[] {
  const { approvals, works } = project;
  const { study, studyNote, review, reviewNote } = approvalText;
  const { drawings, drawingsNote, permit, permitNote, tender, tenderNote, fire, fireNote } = approvalText;
  const { completion, completionNote, notApplicable } = approvalText;
  return [
    { title: study, note: studyNote, papers: 2, clause: '二(四)1', ...projectApproved(project) },
    { title: review, note: reviewNote, papers: 1, clause: '二(四)2', ...reviewed(project) },
    { title: drawings, note: drawingsNote, papers: 2, clause: '二(四)3', ...recorded(approvals.drawings) },
    { title: permit, note: permitNote, clause: '二(四)4', ...decided(approvals.permit?.status) },
    { title: tender, note: tenderNote, clause: '二(四)5', ...recorded(approvals.tender) },
    {
      title: fire,
      papers: 5,
      note: fireNote,
      clause: '二(四)6',
      ...(works.fireFiling?.status === 'NOT_APPLICABLE'
        ? { state: notApplicable, tone: '' }
        : recorded(works.fireFiling)),
    },
    { title: completion, note: completionNote, papers: 2, clause: '二(四)7', ...recorded(works.completionFiling) },
  ];
}
