// Parties by rounds: who has said what, on which day, why, with the opinion as it was signed.
import { useState } from 'react';
import {
  awaitedParties,
  type GivenOpinion,
  type JointReview,
  titleOfParty,
} from '../../../domain/projects/approvals/joint-review.ts';
import type { Problem } from '../../api/problem.ts';
import type { LedgerView, ProjectView } from '../../api/project-view.ts';
import { download } from '../../api/request.ts';
import { useReading } from '../../api/use-reading.ts';
import { dayOf } from '../../figures/dates.ts';
import { useSay } from '../../text/language.ts';
import { listText } from '../../text/lists.ts';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { useDates } from '../parts/today.ts';

const OPINIONS = {
  APPROVE: { title: listText.approve, tone: 'ok' },
  RETURN: { title: listText.return, tone: 'bad' },
  REJECT: { title: listText.reject, tone: 'bad' },
} as const;

/** What the entry of an opinion says beside the opinion itself. */
interface Said {
  readonly on: string;
  readonly reason?: string;
  /** SHA-256 of the opinion as signed. */
  readonly sheet?: string;
}

/** The project keeps opinions in the order given, and so does the ledger. */
function saidOf(review: JointReview, ledger: LedgerView | undefined): ReadonlyMap<GivenOpinion, Said> {
  const entries = ledger?.entries.filter(({ act }) => act === 'give-review-opinion') ?? [];
  return new Map(
    review.opinions.flatMap((opinion, index): [GivenOpinion, Said][] => {
      const entry = entries[index];
      if (entry === undefined) return [];
      // The input of the act, by its schema.
      const { reason, sheet } = entry.payload.input as Partial<Pick<Said, 'reason' | 'sheet'>>;
      return [[opinion, { on: dayOf(entry.at), ...(reason && { reason }), ...(sheet && { sheet }) }]];
    }),
  );
}

export function Matrix({ project: { projectId, approvals } }: { project: ProjectView }) {
  const say = useSay();
  const review = approvals.jointReview;
  const ledger = useReading<LedgerView>(`/api/projects/${projectId}/ledger`);
  const [problem, setProblem] = useState<Problem>();
  if (review.round === 0) return <p className="muted">{say(listText.notConvened)}</p>;
  const said = saidOf(review, ledger.value);
  const rounds = Array.from({ length: review.round }, (_, index) => index + 1);
  const parties = [...new Set([...review.asked, ...review.opinions.map(({ party }) => party)])];
  const open = async (sheet: string) => setProblem(await download(`/api/projects/${projectId}/documents/${sheet}`));
  return (
    <Scroll>
      {problem && <ProblemLine problem={problem} />}
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{say(listText.party)}</th>
            {rounds.map((round) => (
              <th scope="col" key={round}>
                {say(listText.roundOf(round))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parties.map((party) => (
            <tr key={party}>
              <th scope="row">{say(titleOfParty(party))}</th>
              {rounds.map((round) => {
                const given = review.opinions.findLast((each) => each.party === party && each.round === round);
                const awaited = round === review.round && awaitedParties(review).includes(party);
                return (
                  <td key={round}>
                    {given ? (
                      <Given opinion={given} said={said.get(given)} onOpen={open} />
                    ) : (
                      <span className={awaited ? 'tag warn' : 'muted'}>
                        {say(awaited ? listText.waiting : listText.notAsked)}
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

interface GivenProps {
  readonly opinion: GivenOpinion;
  readonly said: Said | undefined;
  onOpen(sheet: string): void;
}

function Given({ opinion: { opinion, party }, said, onOpen }: GivenProps) {
  const say = useSay();
  const dates = useDates();
  const { title, tone } = OPINIONS[opinion];
  const sheet = said?.sheet;
  return (
    <>
      <span className={`tag ${tone}`}>{say(title)}</span>{' '}
      {said && <span className="muted num">{dates.day(said.on)}</span>}{' '}
      {sheet && (
        <button
          type="button"
          className="doc-link"
          aria-label={`${say(listText.sheet)} ${say(titleOfParty(party))}`}
          onClick={() => onOpen(sheet)}
        >
          {say(listText.sheet)}
        </button>
      )}
      {said?.reason && <p>{said.reason}</p>}
    </>
  );
}
