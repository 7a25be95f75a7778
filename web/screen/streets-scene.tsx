// Scene 2: which street is slow: how much of its time the longest stay of each has used. Few projects are no sample.
import type { WallScreen } from '../../domain/dashboard-screen.ts';
import { titleOfStreet } from '../../domain/streets.ts';
import { usedUp } from '../sentences/dashboard.ts';
import { useSay } from '../text/language.ts';
import { screenText } from './screen-text.ts';
import './streets-scene.css';

/** Below, a rank would be chance. */
const SAMPLE = 3;
const WIDEST = 2;

export function StreetsScene({ screen: { streets, today } }: { readonly screen: WallScreen }) {
  const say = useSay();
  const rows = streets
    .map(({ street, cells }) => ({
      street,
      open: cells.reduce((total, { open }) => total + open, 0),
      used: Math.max(0, ...cells.flatMap(({ longest }) => (longest ? [usedUp({ longest }, today)] : []))),
    }))
    .sort((a, b) => Number(a.open < SAMPLE) - Number(b.open < SAMPLE) || b.used - a.used);
  if (rows.length === 0) return <p className="none">{say(screenText.noProjects)}</p>;
  return (
    <ol className="s2">
      {rows.map(({ street, open, used }, index) => {
        const few = open < SAMPLE;
        const kind = few ? 'z' : used > 1.5 ? 'c' : used > 1 ? 'b' : 'a';
        return (
          <li className="srow" key={street}>
            <span className="rk num">{few ? '–' : index + 1}</span>
            <span className="sn">{say(titleOfStreet(street)).replace(/(街道|镇)$/, '')}</span>
            <span className="sb" aria-hidden="true">
              <i style={{ width: `${(Math.min(used, WIDEST) / WIDEST) * 100}%` }} className={kind} />
              <s />
            </span>
            {few ? (
              <b className="few">{say(screenText.few)}</b>
            ) : (
              <b className={`num ${kind}`}>
                {used.toFixed(2)}
                <small> {say(screenText.times)}</small>
              </b>
            )}
            <em className="num">
              {open} {say(screenText.projects)}
            </em>
          </li>
        );
      })}
    </ol>
  );
}
