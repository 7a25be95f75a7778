// The picture of the paper as it would be issued, and the act itself: what was not looked at is not issued.
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { IssuedPaper } from '../../api/issued-paper.ts';
import type { Problem } from '../../api/problem.ts';
import { pictureOf } from '../../api/request.ts';
import { useRetries } from '../../api/use-retries.ts';
import { useSay } from '../../text/language.ts';
import { paperText } from '../../text/papers/page.ts';
import { Icon } from '../icons.tsx';
import { Card } from '../parts/card.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Scroll } from '../parts/scroll.tsx';
import type { PaperOrder, Prepared } from './use-prepared.ts';

interface PreviewProps {
  readonly projectId: string;
  readonly order: PaperOrder;
  readonly prepared: Prepared;
  /** What is known is what was asked last. */
  readonly settled: boolean;
  /** The picture is of exactly this order. */
  readonly seen: boolean;
  readonly problem: Problem | undefined;
  onSeen(): void;
  onProblem(problem: Problem | undefined): void;
  onIssued(paper: IssuedPaper): void;
}

export function PreviewCard(props: PreviewProps) {
  const say = useSay();
  const { projectId, order, prepared, settled, seen, problem, onSeen, onProblem, onIssued } = props;
  const [picture, setPicture] = useState<string>();
  const [page, setPage] = useState(1);
  const [busy, setBusy] = useState<'PREVIEW' | 'ISSUE'>();
  const [zoomed, setZoomed] = useState(false);
  const post = useRetries();
  useEffect(() => () => (picture === undefined ? undefined : URL.revokeObjectURL(picture)), [picture]);
  const path = `/api/projects/${projectId}/papers`;

  const preview = async (at: number) => {
    setBusy('PREVIEW');
    const answer = await pictureOf(`${path}/draft/picture?page=${at}`, order);
    setBusy(undefined);
    onProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setPicture(answer.value);
    setPage(at);
    onSeen();
  };
  const issue = async () => {
    setBusy('ISSUE');
    const answer = await post<IssuedPaper>(path, order);
    setBusy(undefined);
    onProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) onIssued(answer.value);
  };

  const complete = prepared.missing.length === 0;
  const { pages } = prepared;
  return (
    <Card title={say(paperText.preview)} id="preview" note={say(paperText.previewOf)}>
      {problem && <ProblemLine problem={problem} />}
      {!complete && !picture && <p className="muted">{say(paperText.previewLead)}</p>}
      {complete && (
        <p className="issued-acts">
          <Button type={seen ? 'default' : 'primary'} loading={busy === 'PREVIEW'} onClick={() => void preview(1)}>
            {say(busy === 'PREVIEW' ? paperText.previewing : picture ? paperText.previewAgain : paperText.preview)}
          </Button>
          {picture && pages !== undefined && pages > 1 && (
            <span className="paging">
              <button type="button" className="ghost" disabled={page <= 1} onClick={() => void preview(page - 1)}>
                {say(paperText.before)}
              </button>
              <span className="num">
                {page} / {pages}
              </span>
              <button type="button" className="ghost" disabled={page >= pages} onClick={() => void preview(page + 1)}>
                {say(paperText.after)}
              </button>
            </span>
          )}
          {picture && (
            <button type="button" className="ghost" aria-pressed={zoomed} onClick={() => setZoomed(!zoomed)}>
              {say(paperText.zoom)}
            </button>
          )}
        </p>
      )}
      {picture && !seen && <p className="say warn">{say(paperText.outdated)}</p>}
      {picture && (
        <section className={zoomed ? 'sheet-picture zoomed' : 'sheet-picture'} aria-label={say(paperText.previewOf)}>
          <Scroll always>
            <img src={picture} alt={say(paperText.previewOf)} className={seen ? '' : 'old'} />
          </Scroll>
        </section>
      )}
      {complete && seen && settled && (
        <div className="issue-act">
          <p className="for-good">
            <Icon name="lock" size={16} /> {say(paperText.issueNote)}
          </p>
          <Button type="primary" size="large" loading={busy === 'ISSUE'} onClick={() => void issue()}>
            {say(busy === 'ISSUE' ? paperText.issuing : paperText.issue)}
          </Button>
        </div>
      )}
    </Card>
  );
}
