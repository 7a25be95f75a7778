// Scene 1: one square is one project, in the step where it stands; counted from five metres without an axis.
import type { WallScreen } from '../../domain/dashboard-screen.ts';
import { STEPS, type Step } from '../../domain/projects/states.ts';
import { daysFrom } from '../figures/dates.ts';
import { useSay } from '../text/language.ts';
import { screenText } from './screen-text.ts';
import './progress-scene.css';

/** More do not fit into a column at the size that can be read; the number below it is exact. */
const MOST_SQUARES = 22;

export function ProgressScene({ screen: { funnel, stuck, today } }: { readonly screen: WallScreen }) {
  const say = useSay();
  const slowest = slowestOf(funnel.steps, today);
  return (
    <div className="s1">
      <div className="all">
        <p className="hero num">{funnel.open}</p>
        <p className="herol">{say(screenText.underWay)}</p>
        <ul className="three num">
          <Figure
            kind={stuck === 0 ? 'ok' : 'bad'}
            count={stuck}
            title={say(screenText.stuck)}
            note={say(screenText.meantToBeNone)}
          />
          <Figure
            kind={funnel.dueToday === 0 ? 'ok' : 'warn'}
            count={funnel.dueToday}
            title={say(screenText.dueToday)}
            note={`${say(screenText.tomorrow)} ${funnel.dueTomorrow}`}
          />
          <Figure kind={funnel.overdue === 0 ? 'ok' : 'bad'} count={funnel.overdue} title={say(screenText.overdue)} />
        </ul>
      </div>
      <ol className="units">
        {funnel.steps.map(({ step, open, dueSoon, overdue }) => (
          <li key={step} className={step === slowest?.step ? 'ucol slow' : 'ucol'}>
            <div className="stack" aria-hidden="true">
              {squaresOf(open, dueSoon, overdue).map((kind, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: squares are alike
                <i key={index} className={kind} />
              ))}
            </div>
            <b className="num">{open}</b>
            <span>
              {say(screenText.steps[step - 1] ?? STEPS[1])
                .split('|')
                .map((line) => (
                  <em key={line}>{line}</em>
                ))}
            </span>
          </li>
        ))}
      </ol>
      <p className="line">
        <span className="key">
          <i className="a" />
          {say(screenText.onTime)}
          <i className="b" />
          {say(screenText.dueSoon)}
          <i className="c" />
          {say(screenText.overdue)}
        </span>
        {slowest && (
          <span>
            {say(screenText.longest)}
            <b>{slowest.name}</b> {say(STEPS[slowest.step as Step])} {say(screenText.late)}{' '}
            <b className="num">{slowest.days}</b> {say(screenText.days)}
          </span>
        )}
      </p>
    </div>
  );
}

interface Slowest {
  readonly name: string;
  readonly step: number;
  /** Beyond the day on which it was due. */
  readonly days: number;
}

/** By days overdue, not by days of stay: a warranty takes years and is in no way slow. */
function slowestOf(steps: WallScreen['funnel']['steps'], today: string): Slowest | undefined {
  const late = steps
    .flatMap(({ longest }) => longest ?? [])
    .map(({ name, step, dueOn }) => ({ name, step, days: daysFrom(dueOn, today) }))
    .filter(({ days }) => days > 0);
  return late.toSorted((a, b) => b.days - a.days)[0];
}

function Figure({ kind, count, title, note }: { kind: string; count: number; title: string; note?: string }) {
  return (
    <li className={kind}>
      <b>{count}</b>
      <span>
        {title}
        {note && <small>{note}</small>}
      </span>
    </li>
  );
}

/** From the bottom: on time, due soon, overdue. */
function squaresOf(open: number, dueSoon: number, overdue: number): readonly ('a' | 'b' | 'c')[] {
  const all = [
    ...Array<'a'>(Math.max(0, open - dueSoon - overdue)).fill('a'),
    ...Array<'b'>(dueSoon).fill('b'),
    ...Array<'c'>(overdue).fill('c'),
  ];
  return all.slice(-MOST_SQUARES);
}
