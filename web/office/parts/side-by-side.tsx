// Two pages side by side: enlarged and moved together, swapped, turned, or laid over each other, by buttons and by keys.
import { type ReactNode, useState } from 'react';
import type { Bilingual } from '../../../domain/bilingual.ts';
import { type Keys, useKeys } from '../../navigation/keys.ts';
import { compareText } from '../../text/compare.ts';
import { useSay } from '../../text/language.ts';
import { type Together, useTogether } from './use-together.ts';
import '../acts/form.css';
import './side-by-side.css';

export interface PageSide {
  readonly key: string;
  readonly title: string;
  /** Which page it is. */
  readonly note: string;
  readonly picture: ReactNode;
}

interface SideBySideProps {
  readonly first: PageSide;
  readonly second: PageSide | undefined;
  /** What the bar is for, and where what is compared is chosen. */
  readonly label: string;
  readonly chooser: ReactNode;
  /** A scan may lie on its side. */
  readonly mayTurn?: boolean;
  /** On a phone one below the other: for pages that are read; of pages that are only matched both must be seen at once. */
  readonly isRead?: boolean;
  readonly keys?: Keys;
  /** Between the bar and the pages. */
  readonly children?: ReactNode;
}

export function SideBySide(props: SideBySideProps) {
  const { first, second, label, chooser, mayTurn = false, isRead = false, keys = {}, children } = props;
  const say = useSay();
  const [swapped, setSwapped] = useState(false);
  const [turns, setTurns] = useState(0);
  const [overlaid, setOverlaid] = useState(false);
  const together = useTogether();
  const swap = () => setSwapped(!swapped);
  const turn = () => setTurns((turns + 1) % 4);
  const overlay = () => setOverlaid(!overlaid);
  useKeys({
    ...keys,
    '+': together.larger,
    '=': together.larger,
    '-': together.smaller,
    '0': together.whole,
    s: swap,
    ...(mayTurn && { r: turn }),
    d: overlay,
    ArrowLeft: () => together.move(-1, 0),
    ArrowRight: () => together.move(1, 0),
    ArrowUp: () => together.move(0, -1),
    ArrowDown: () => together.move(0, 1),
  });
  const sides = [
    <Pane key={first.key} side={first} together={together} turns={0} />,
    ...(second ? [<Pane key={second.key} side={second} together={together} turns={turns} />] : []),
  ];
  return (
    <>
      <section className="card compare-bar" aria-label={label}>
        {chooser}
        <span className="compare-acts">
          <Act name={compareText.smaller} keys="−" onPress={together.smaller} />
          <span className="num" aria-live="polite">
            {Math.round(together.zoom * 100)}%
          </span>
          <Act name={compareText.larger} keys="+" onPress={together.larger} />
          <Act name={compareText.whole} keys="0" onPress={together.whole} />
          {mayTurn && <Act name={compareText.turn} keys="R" onPress={turn} />}
          <Act name={compareText.swap} keys="S" onPress={swap} />
          <Act name={compareText.overlay} keys="D" onPress={overlay} pressed={overlaid} />
          <span className="keys">
            <kbd>←</kbd> <kbd>→</kbd> <kbd>↑</kbd> <kbd>↓</kbd> {say(compareText.move)}
          </span>
        </span>
      </section>
      {children}
      {overlaid && second ? (
        <div className="compare">
          <Overlay lower={first} upper={second} turns={turns} together={together} />
        </div>
      ) : (
        <div className={['compare', second && 'two', isRead && 'read'].filter(Boolean).join(' ')}>
          {swapped ? sides.toReversed() : sides}
        </div>
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

function Pane({ side, together, turns }: { side: PageSide; together: Together; turns: number }) {
  const say = useSay();
  const { title, note, picture } = side;
  return (
    <section className="card compared" aria-label={title}>
      <div className="hd">
        <h2>{title}</h2>
        <small>{note}</small>
      </div>
      <section className="look" aria-label={`${title} ${say(compareText.picture)}`} {...together.pane}>
        <div style={{ width: `${together.zoom * 100}%`, rotate: `${turns * 90}deg` }}>{picture}</div>
      </section>
    </section>
  );
}

interface OverlayProps {
  readonly lower: PageSide;
  readonly upper: PageSide;
  readonly turns: number;
  readonly together: Together;
}

function Overlay({ lower, upper, turns, together }: OverlayProps) {
  const say = useSay();
  return (
    <section className="card compared" aria-label={say(compareText.overlay)}>
      <p className="fine">{say(compareText.overlayLead)}</p>
      <section className="look" aria-label={say(compareText.overlay)} {...together.pane}>
        <div className="over" style={{ width: `${together.zoom * 100}%` }}>
          {lower.picture}
          {/* Not turned by nothing: that alone would shift it by part of a pixel. */}
          <div className="upper" style={turns === 0 ? undefined : { rotate: `${turns * 90}deg` }}>
            {upper.picture}
          </div>
        </div>
      </section>
    </section>
  );
}
