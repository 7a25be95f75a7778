// One stack: its sentence, its pages by what became of them, and the page that is looked at.
import { type ReactNode, useEffect, useState } from 'react';
import type { ReceiptPage, StackReceipt } from '../../api/receipt.ts';
import { refresh, useReading } from '../../api/use-reading.ts';
import { useKeys } from '../../navigation/keys.ts';
import { stackSentence } from '../../sentences/intake.ts';
import { intakeText } from '../../text/intake.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { colon } from '../../text/texts.ts';
import { titleOfFiled } from '../../text/titles.ts';
import { PageHead } from '../parts/page-head.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { PageView } from './page-view.tsx';
import { shortNumber } from './stack-names.ts';
import './stack.css';

const LOOK_AGAIN = 800;

const TABS = {
  NEEDS_ATTENTION: { title: intakeText.attention, tone: 'warn', mark: 'look' },
  REFUSED: { title: intakeText.refused, tone: 'bad', mark: 'no' },
  FILED: { title: intakeText.filed, tone: 'ok', mark: 'ok' },
  CHECKING: { title: intakeText.checking, tone: '', mark: '' },
} as const;
type Tab = keyof typeof TABS;

/**
 * The stack that is chosen, or none yet. `side` stays in its place when another stack is shown: whoever is choosing files
 * while a stack arrives from elsewhere would choose them for a field that is gone.
 */
export function Stack({ uploadId, side }: { uploadId: string | undefined; side: ReactNode }) {
  const language = useLanguage();
  const say = useSay();
  const path = uploadId === undefined ? undefined : `/api/uploads/${uploadId}/pages`;
  const { value: receipt, problem } = useReading<StackReceipt>(path);
  const running = receipt !== undefined && receipt.state !== 'DONE' && receipt.state !== 'REFUSED';
  useEffect(() => {
    if (!running || path === undefined) return;
    const looking = setInterval(() => void refresh(path), LOOK_AGAIN);
    return () => {
      clearInterval(looking);
      void refresh('/api/stacks');
    };
  }, [running, path]);
  return (
    <>
      <PageHead
        sentence={stackSentence(receipt && countsOf(receipt), language)}
        lead={
          uploadId !== undefined && (
            <>
              {say(intakeText.receipt)} <code title={uploadId}>{shortNumber(uploadId)}</code>
            </>
          )
        }
      />
      <div className="intake">
        {side}
        {problem && <ProblemLine problem={problem} />}
        {path === undefined && (
          <section className="card">
            <p className="muted">{say(intakeText.chooseStack)}</p>
          </section>
        )}
        {receipt && path !== undefined && <Pages key={path} receipt={receipt} path={path} />}
      </div>
    </>
  );
}

const countsOf = ({ pages, counts }: StackReceipt) => ({
  pages,
  filed: counts.FILED,
  attention: counts.NEEDS_ATTENTION,
  refused: counts.REFUSED,
  checking: counts.CHECKING,
});

function Pages({ receipt, path }: { receipt: StackReceipt; path: string }) {
  const say = useSay();
  const [chosenTab, setTab] = useState<Tab | 'ALL'>();
  const [chosen, setChosen] = useState<string>();
  const { list, counts, missing, refusal } = receipt;
  const tab = chosenTab ?? (counts.NEEDS_ATTENTION > 0 ? 'NEEDS_ATTENTION' : 'ALL');
  const shown = tab === 'ALL' ? list : list.filter(({ state }) => state === tab);
  const page = list.find(({ pageId }) => pageId === chosen) ?? shown[0];

  const walk = (step: number) => {
    const at = shown.findIndex(({ pageId }) => pageId === page?.pageId);
    setChosen(shown[Math.min(shown.length - 1, Math.max(0, at + step))]?.pageId);
  };
  useKeys({ j: () => walk(1), k: () => walk(-1) });
  return (
    <>
      <section className="card pages" aria-label={say(intakeText.pages)}>
        <div className="hd">
          <span className="chips">
            {([...Object.keys(TABS), 'ALL'] as (Tab | 'ALL')[]).map((each) => (
              <button type="button" key={each} aria-pressed={each === tab} onClick={() => setTab(each)}>
                {say(each === 'ALL' ? intakeText.all : TABS[each].title)}{' '}
                <span className="num">{each === 'ALL' ? list.length : counts[each]}</span>
              </button>
            ))}
          </span>
          <span className="r muted keys">
            <kbd>J</kbd> <kbd>K</kbd> {say(intakeText.walk)}
          </span>
        </div>
        {refusal && <p className="say bad">{say(refusal.says)}</p>}
        {shown.length === 0 && !refusal && <p className="muted">{say(intakeText.noPages)}</p>}
        <ul>
          {shown.map((each) => (
            <li key={each.pageId}>
              <PageRow page={each} on={each === page} onChoose={() => setChosen(each.pageId)} />
            </li>
          ))}
        </ul>
        {missing.length > 0 && (
          <p className="say warn">
            {say(intakeText.missing)}
            {say(colon)}
            {missing.join('、')}
          </p>
        )}
      </section>
      {page ? (
        <PageView key={page.pageId} page={page} path={path} />
      ) : (
        <section className="card">
          <p className="muted">{say(intakeText.choosePage)}</p>
        </section>
      )}
    </>
  );
}

function PageRow({ page, on, onChoose }: { page: ReceiptPage; on: boolean; onChoose(): void }) {
  const say = useSay();
  const { number, state, name, findings } = page;
  const { tone, mark, title } = TABS[state];
  return (
    <button type="button" className={on ? 'pg on' : 'pg'} aria-pressed={on} onClick={onChoose}>
      <span className={`th ${mark}`} aria-hidden="true">
        <em className="num">{number}</em>
      </span>
      <span className="pt">
        <b>{name ? say(titleOfFiled(name.kind)) : say(intakeText.unidentified)}</b>
        <small className="num">{name ? `${name.projectNo} · ${name.page}` : '—'}</small>
        <span className={`pw ${mark}`}>{findings.map(({ says }) => say(says)).join(' ')}</span>
      </span>
      <span className={`tag ${tone}`}>{say(title)}</span>
    </button>
  );
}
