// The papers that were issued for a project, or for the district: how each stands, the way to print it, and how two persons void it.
import { table as documentTitles } from 'virtual:document-titles';
import { Button } from 'antd';
import { useState } from 'react';
import { versionName } from '../../../domain/paper/version-name.ts';
import { useKeptDraft } from '../../acts/use-kept-draft.ts';
import type { IssuedPaper } from '../../api/issued-paper.ts';
import type { Problem } from '../../api/problem.ts';
import { download, send } from '../../api/request.ts';
import { refresh } from '../../api/use-reading.ts';
import { printDate } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { useLanguage, useSay } from '../../text/language.ts';
import { paperText } from '../../text/papers/page.ts';
import { versionsText } from '../../text/papers/versions.ts';
import { Icon } from '../icons.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import type { PapersPlace } from './papers-place.ts';
import { addressOfVersions, isReplaced, versionBefore } from './versions.ts';
import '../acts/form.css';

interface ListProps {
  /** Read again when something has become of a paper. */
  readonly place: PapersPlace;
  readonly papers: readonly IssuedPaper[];
}

export function IssuedList({ place, papers }: ListProps) {
  const say = useSay();
  // What waits for a second person comes first, then the latest.
  const waits = ({ voiding, voidedOn }: IssuedPaper) => Number(voiding !== undefined && voidedOn === undefined);
  const later = (a: IssuedPaper, b: IssuedPaper) => (a.issuedOn < b.issuedOn ? 1 : a.issuedOn > b.issuedOn ? -1 : 0);
  const inOrder = papers.toReversed().toSorted((a, b) => waits(b) - waits(a) || later(a, b));
  if (papers.length === 0) return <p className="muted">{say(paperText.noneIssued)}</p>;
  return (
    <ul className="issued">
      {inOrder.map((paper) => (
        <li key={paper.sha256}>
          <Issued
            place={place}
            paper={paper}
            before={versionBefore(papers, paper)}
            isReplaced={isReplaced(papers, paper)}
          />
        </li>
      ))}
    </ul>
  );
}

interface IssuedProps {
  readonly place: PapersPlace;
  readonly paper: IssuedPaper;
  /** The version that this one replaced. */
  readonly before: IssuedPaper | undefined;
  /** A later version is in force. */
  readonly isReplaced: boolean;
}

function Issued({ place: { path, address }, paper, before, isReplaced: replaced }: IssuedProps) {
  const say = useSay();
  const language = useLanguage();
  const [problem, setProblem] = useState<Problem>();
  const [proposing, setProposing] = useState(false);
  const { kind, title, number, serials, issuer, issuedOn, pages, sha256, voidedOn, voiding, may = [] } = paper;
  const name = language === 'zh' ? title : (documentTitles[kind]?.en ?? title);
  const waiting = voiding !== undefined && voidedOn === undefined;
  const ask = async (step: string, body: object) => {
    const answer = await send(`${path}/${sha256}/${step}`, body);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok || answer.problem.code !== 'OFFLINE') await refresh(path);
    return answer.ok;
  };
  return (
    <>
      <div className="issued-hd">
        <Icon name="file" size={18} />
        <div>
          <b>{name}</b>
          <small>
            {number && `${number} · `}
            {serials && `${say(paperText.serialShort)} ${serialsOf(serials)} · `}
            {issuer} · {printDate(issuedOn, language)} · {say(paperText.versionShort)} {versionName(paper)} · {pages}{' '}
            {say(paperText.pages)}
          </small>
        </div>
        <span className={voidedOn ? 'tag bad' : waiting ? 'tag warn' : replaced ? 'tag' : 'tag ok'}>
          {say(
            voidedOn
              ? paperText.void
              : waiting
                ? paperText.waiting
                : replaced
                  ? versionsText.replaced
                  : paperText.valid,
          )}
          {voidedOn && ` ${printDate(voidedOn, language)}`}
        </span>
        <span className="issued-acts">
          <button
            type="button"
            className="ghost"
            aria-label={`${say(paperText.print)} ${name}`}
            onClick={async () => setProblem(await download(`${path}/${sha256}`))}
          >
            {say(paperText.print)}
          </button>
          {before && (
            <Link
              href={addressOfVersions(address, before, paper)}
              className="ghost"
              aria-label={`${say(versionsText.beside)} ${name}`}
            >
              {say(versionsText.beside)}
            </Link>
          )}
          {may.includes('PROPOSE') && !proposing && (
            <button
              type="button"
              className="ghost"
              aria-label={`${say(paperText.propose)} ${name}`}
              onClick={() => setProposing(true)}
            >
              {say(paperText.propose)}
            </button>
          )}
        </span>
      </div>
      {problem && <ProblemLine problem={problem} />}
      {proposing && may.includes('PROPOSE') && (
        <Proposal
          sha256={sha256}
          onCancel={() => setProposing(false)}
          onPropose={async (reason) => {
            const done = await ask('voiding', { reason });
            if (done) setProposing(false);
            return done;
          }}
        />
      )}
      {voiding && (
        <div className={waiting ? 'voiding say warn' : 'voiding say plain'}>
          <p>
            <b>{say(paperText.proposedBy)}</b> {voiding.reason} <small>{printDate(voiding.on, language)}</small>
          </p>
          {voiding.namedBy.length > 0 && (
            <p>
              {say(paperText.namedBy)} {voiding.namedBy.join('、')} {say(paperText.namedByEnd)}
            </p>
          )}
          {waiting && voiding.mine && <p>{say(paperText.mine)}</p>}
          {may.includes('CONFIRM') && <p className="fine">{say(paperText.confirmNote)}</p>}
          <p className="issued-acts">
            {may.includes('CONFIRM') && (
              <Button
                type="primary"
                danger
                onClick={() => void ask('voiding/decision', { decision: 'CONFIRM', proposal: voiding.proposal })}
              >
                {say(paperText.confirm)}
              </Button>
            )}
            {may.includes('DECLINE') && (
              <Button onClick={() => void ask('voiding/decision', { decision: 'DECLINE', proposal: voiding.proposal })}>
                {say(voiding.mine ? paperText.withdraw : paperText.decline)}
              </Button>
            )}
          </p>
        </div>
      )}
    </>
  );
}

const serialsOf = ({ from, to }: NonNullable<IssuedPaper['serials']>): string =>
  from === to ? `${from}` : `${from}–${to}`;

interface ProposalProps {
  readonly sha256: string;
  onCancel(): void;
  onPropose(reason: string): Promise<boolean>;
}

function Proposal({ sha256, onCancel, onPropose }: ProposalProps) {
  const say = useSay();
  const { draft, change, sent } = useKeptDraft<string>(`void/${sha256}`, '');
  return (
    <form
      className="voiding"
      onSubmit={async (event) => {
        event.preventDefault();
        if (await onPropose(draft)) sent();
      }}
    >
      <label className="field">
        {say(paperText.reason)}
        <textarea
          rows={2}
          maxLength={500}
          required
          minLength={2}
          value={draft}
          onChange={({ target }) => change(target.value)}
        />
      </label>
      <p className="fine">{say(paperText.proposeNote)}</p>
      <p className="issued-acts">
        <Button type="primary" htmlType="submit">
          {say(paperText.propose)}
        </Button>
        <Button onClick={onCancel}>{say(paperText.cancel)}</Button>
      </p>
    </form>
  );
}
