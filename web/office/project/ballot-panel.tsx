// The ballots of the owners: two meters for the plan, what came before it, and the rounds that failed.
import type { Ballot, Tally } from '../../../domain/projects/consent/record.ts';
import type { LedgerView, ProjectView } from '../../api/project-view.ts';
import { printDate } from '../../figures/dates.ts';
import { type Say, useLanguage, useSay } from '../../text/language.ts';
import { projectText } from '../../text/project.ts';
import { Icon } from '../icons.tsx';
import { Card } from '../parts/card.tsx';
import { MajorityMeters } from '../parts/majority-meters.tsx';
import { StillNeededPanel } from './still-needed.tsx';

interface BallotPanelProps {
  readonly project: ProjectView;
  readonly ledger: LedgerView | undefined;
  readonly folded: boolean;
  /** Sheets are counted by street, community and body. */
  readonly mayCount: boolean;
}

export function BallotPanel({ project, ledger, folded, mayCount }: BallotPanelProps) {
  const say = useSay();
  const { planBallot, willingness } = project.consent;
  const ballot = planBallot ?? willingness;
  if (ballot === undefined) return null;
  const title = say(planBallot ? projectText.ballot : projectText.consultation);
  const rounds = ledger ? failedRounds(ledger, say) : [];
  return (
    <Card
      title={title}
      clause={planBallot ? '二(三)3' : '二(三)1'}
      id="ballot"
      folded={folded}
      note={<RollNote ballot={ballot} />}
      aside={
        ballot.tally && (
          <span className={`tag ${ballot.tally.passed ? 'ok' : 'bad'}`}>
            {say(ballot.tally.passed ? projectText.passed : projectText.failed)}
          </span>
        )
      }
    >
      {ballot.tally ? (
        <Tallied tally={ballot.tally} />
      ) : mayCount ? (
        <StillNeededPanel projectId={project.projectId} rollHash={ballot.rollHash} />
      ) : (
        <p className="say warn">{say(projectText.voting)}</p>
      )}
      {rounds.map((round) => (
        <p className="say bad" key={round.seq}>
          <Icon name="stop" size={16} />
          <span>{round.text}</span>
        </p>
      ))}
      {planBallot && willingness?.tally && (
        <details className="why">
          <summary>
            {say(projectText.consultation)} · {say(willingness.tally.passed ? projectText.passed : projectText.failed)}
          </summary>
          <Tallied tally={willingness.tally} />
        </details>
      )}
      <p className="fine">{say(projectText.advice278)}</p>
    </Card>
  );
}

function RollNote({ ballot }: { ballot: Ballot }) {
  const say = useSay();
  const language = useLanguage();
  return `${say(projectText.frozenRoll)} ${printDate(ballot.openedOn, language)}`;
}

function Tallied({ tally: { households, area, passed, heldOn } }: { tally: Tally }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <MajorityMeters households={households} area={area} />
      <p className={passed ? 'say ok' : 'say bad'}>
        <Icon name={passed ? 'check' : 'stop'} size={16} weight={passed ? 2.4 : 1.8} />
        <span>
          {printDate(heldOn, language)} {say(passed ? projectText.passed : projectText.failed)}
        </span>
      </p>
    </>
  );
}

/** Ballots on the plan that did not pass stay to be read: 225 of at least 226 is what people ask about. */
function failedRounds({ entries }: LedgerView, say: Say) {
  return entries
    .filter(({ act, payload }) => act === 'tally-plan-ballot' && payload.outcome === 'failed')
    .map(({ seq, findings }) => ({
      seq,
      text: findings
        .filter(({ verdict }) => verdict === 'FAIL')
        .map(({ says }) => say(says))
        .join(' '),
    }));
}
