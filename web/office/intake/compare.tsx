// Two scanned pages side by side, enlarged and moved together: is it the same page, which one is better, what has changed.
import { useState } from 'react';
import type { Bilingual } from '../../../domain/bilingual.ts';
import type { ReceiptPage, StackReceipt } from '../../api/receipt.ts';
import { useReading } from '../../api/use-reading.ts';
import { Link, replaceQuery, useQuery } from '../../navigation/address.tsx';
import { useKeys } from '../../navigation/keys.ts';
import { compareSentence } from '../../sentences/intake.ts';
import { compareText } from '../../text/compare.ts';
import { intakeText } from '../../text/intake.ts';
import { type Say, useLanguage, useSay } from '../../text/language.ts';
import { titleOfValue } from '../../text/titles.ts';
import { PageHead } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';
import { PagePicture } from './page-picture.tsx';
import { SettlePage } from './settle-page.tsx';
import { useTogether } from './use-together.ts';

interface Compared {
  readonly page: ReceiptPage;
  readonly beside: readonly {
    readonly why: 'SAME_PLACE' | 'SAME_PICTURE' | 'OTHER_VERSION';
    readonly page: ReceiptPage;
  }[];
}

export function Compare({ pageId }: { pageId: string }) {
  const path = `/api/pages/${pageId}/beside`;
  const reading = useReading<Compared>(path);
  return (
    <Region reading={reading} path={path} height={400}>
      {(compared) => <SideBySide compared={compared} path={path} />}
    </Region>
  );
}

function SideBySide({ compared: { page, beside }, path }: { compared: Compared; path: string }) {
  const say = useSay();
  const language = useLanguage();
  const stackPath = `/api/uploads/${page.uploadId}/pages`;
  const { value: receipt } = useReading<StackReceipt>(stackPath);
  const siblings = (receipt?.list ?? []).filter(
    ({ pageId }) => pageId !== page.pageId && !beside.some((each) => each.page.pageId === pageId),
  );
  const asked = useQuery().get('with') ?? beside[0]?.page.pageId;
  const other =
    beside.find((each) => each.page.pageId === asked)?.page ?? siblings.find(({ pageId }) => pageId === asked);
  const why = beside.find((each) => each.page === other)?.why;
  const [swapped, setSwapped] = useState(false);
  const [turns, setTurns] = useState(0);
  const [overlaid, setOverlaid] = useState(false);
  const together = useTogether();
  const swap = () => setSwapped(!swapped);
  const turn = () => setTurns((turns + 1) % 4);
  const overlay = () => setOverlaid(!overlaid);
  useKeys({
    '+': together.larger,
    '=': together.larger,
    '-': together.smaller,
    '0': together.whole,
    s: swap,
    r: turn,
    d: overlay,
    ArrowLeft: () => together.move(-1, 0),
    ArrowRight: () => together.move(1, 0),
    ArrowUp: () => together.move(0, -1),
    ArrowDown: () => together.move(0, 1),
  });
  const sides = [
    <Side key={page.pageId} page={page} title={say(compareText.this)} together={together} turns={0} />,
    ...(other
      ? [
          <Side
            key={other.pageId}
            page={other}
            title={say(why ? compareText[why] : compareText.other)}
            together={together}
            turns={turns}
          />,
        ]
      : []),
  ];
  return (
    <>
      <p className="crumb">
        <Link href={`/intake/stacks/${page.uploadId}`}>{say(intakeText.title)}</Link> / {say(compareText.title)}{' '}
        <span className="num">{page.pageId.slice(-4)}</span>
      </p>
      <PageHead sentence={compareSentence(page, why, language)} lead={say(compareText.lead)} />
      <section className="card compare-bar" aria-label={say(compareText.choose)}>
        <label className="field">
          {say(compareText.choose)}
          <select
            value={other?.pageId ?? ''}
            onChange={({ target }) => replaceQuery(new URLSearchParams({ with: target.value }))}
          >
            {other === undefined && <option value="">—</option>}
            {beside.map(({ why: reason, page: each }) => (
              <option key={each.pageId} value={each.pageId}>
                {say(compareText[reason])} · {nameOf(each, say)}
              </option>
            ))}
            <optgroup label={say(compareText.sameStack)}>
              {siblings.map((each) => (
                <option key={each.pageId} value={each.pageId}>
                  {nameOf(each, say)}
                </option>
              ))}
            </optgroup>
          </select>
        </label>
        <span className="compare-acts">
          <Act name={compareText.smaller} keys="−" onPress={together.smaller} />
          <span className="num" aria-live="polite">
            {Math.round(together.zoom * 100)}%
          </span>
          <Act name={compareText.larger} keys="+" onPress={together.larger} />
          <Act name={compareText.whole} keys="0" onPress={together.whole} />
          <Act name={compareText.turn} keys="R" onPress={turn} />
          <Act name={compareText.swap} keys="S" onPress={swap} />
          <Act name={compareText.overlay} keys="D" onPress={overlay} pressed={overlaid} />
          <span className="keys">
            <kbd>←</kbd> <kbd>→</kbd> <kbd>↑</kbd> <kbd>↓</kbd> {say(compareText.move)}
          </span>
        </span>
      </section>
      {other === undefined && <p className="say plain">{say(compareText.nothing)}</p>}
      {page.findings.length > 0 && (
        <ul className="reasons say warn">
          {page.findings.map(({ code, says, toDo }) => (
            <li key={code}>
              <b>{say(says)}</b> {say(toDo)}
            </li>
          ))}
        </ul>
      )}
      {page.state === 'NEEDS_ATTENTION' && <SettlePage page={page} paths={[path, stackPath]} />}
      {overlaid && other ? (
        <div className="compare">
          <Overlay page={page} other={other} turns={turns} together={together} />
        </div>
      ) : (
        <div className={other ? 'compare two' : 'compare'}>{swapped ? sides.toReversed() : sides}</div>
      )}
    </>
  );
}

function Act({ name, keys, onPress, pressed }: { name: Bilingual; keys: string; onPress(): void; pressed?: boolean }) {
  const say = useSay();
  return (
    <button type="button" className="ghost" aria-pressed={pressed} onClick={onPress}>
      {say(name)} <kbd>{keys}</kbd>
    </button>
  );
}

interface SideProps {
  readonly page: ReceiptPage;
  readonly title: string;
  readonly together: ReturnType<typeof useTogether>;
  readonly turns: number;
}

function Side({ page, title, together, turns }: SideProps) {
  const say = useSay();
  return (
    <section className="card compared" aria-label={title}>
      <div className="hd">
        <h2>{title}</h2>
        <small>{nameOf(page, say)}</small>
      </div>
      <section className="look" aria-label={`${title} ${say(intakeText.picture)}`} {...together.pane}>
        <div style={{ width: `${together.zoom * 100}%`, rotate: `${turns * 90}deg` }}>
          <Picture page={page} say={say} />
        </div>
      </section>
    </section>
  );
}

function Overlay({
  page,
  other,
  turns,
  together,
}: {
  page: ReceiptPage;
  other: ReceiptPage;
  turns: number;
  together: SideProps['together'];
}) {
  const say = useSay();
  return (
    <section className="card compared" aria-label={say(compareText.overlay)}>
      <p className="fine">{say(compareText.overlayLead)}</p>
      <section className="look" aria-label={say(compareText.overlay)} {...together.pane}>
        <div className="over" style={{ width: `${together.zoom * 100}%` }}>
          <Picture page={page} say={say} />
          <div className="upper" style={{ rotate: `${turns * 90}deg` }}>
            <Picture page={other} say={say} />
          </div>
        </div>
      </section>
    </section>
  );
}

const Picture = ({ page, say }: { page: ReceiptPage; say: Say }) =>
  page.picture ? (
    <PagePicture path={`/api/pages/${page.pageId}/picture`} alt={`${say(intakeText.picture)} ${nameOf(page, say)}`} />
  ) : (
    <span className="muted">{say(intakeText.noPicture)}</span>
  );

function nameOf({ name, number }: ReceiptPage, say: Say): string {
  const place = `${say(intakeText.page)} ${number} ${say(intakeText.pageEnd)}`.trim();
  return name === null
    ? `${place} · ${say(intakeText.unidentified)}`
    : `${place} · ${say(titleOfValue(name.kind))} V${name.version} P${name.page}`;
}
