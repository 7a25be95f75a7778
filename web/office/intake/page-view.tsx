// The page that is looked at: its picture, what was found with what to do, and how it is settled.
import { useState } from 'react';
import type { ReceiptPage } from '../../api/receipt.ts';
import { go, Link } from '../../navigation/address.tsx';
import { useKeys } from '../../navigation/keys.ts';
import { compareText } from '../../text/compare.ts';
import { intakeText } from '../../text/intake.ts';
import { useSay } from '../../text/language.ts';
import { titleOfFiled } from '../../text/titles.ts';
import { Icon } from '../icons.tsx';
import { PagePicture } from '../parts/page-picture.tsx';
import { addressOfComparison } from './compare-address.ts';
import { SettlePage } from './settle-page.tsx';
import { addressOfSheet } from './sheet-address.ts';
import './page-view.css';

/** Sheets whose rows are confirmed one by one. */
const SHEETS: readonly string[] = ['F1', 'F1S', 'F2', 'F2S'];

export function PageView({ page, path }: { page: ReceiptPage; path: string }) {
  const say = useSay();
  const [zoomed, setZoomed] = useState(false);
  const [turns, setTurns] = useState(0);
  const { pageId, number, state, name, findings, resolved } = page;

  const turn = () => setTurns((turns + 1) % 4);
  const comparison = addressOfComparison(pageId);
  useKeys({ z: () => setZoomed(!zoomed), r: turn, c: () => go(comparison) });
  return (
    <section className="card view" aria-label={`${say(intakeText.page)} ${number} ${say(intakeText.pageEnd)}`}>
      <div className="hd">
        <h2>
          {say(intakeText.page)} {number} {say(intakeText.pageEnd)}
        </h2>
        <small>{name ? `${say(titleOfFiled(name.kind))} · ${name.projectNo}` : say(intakeText.unidentified)}</small>
      </div>
      {findings.length > 0 ? (
        <div className={state === 'REFUSED' ? 'say bad' : state === 'FILED' ? 'say plain' : 'say warn'}>
          <Icon name={state === 'REFUSED' ? 'stop' : 'warn'} />
          <ul className="reasons">
            {findings.map(({ code: finding, says, toDo }) => (
              <li key={finding}>
                <b>{say(says)}</b> {say(toDo)}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        state === 'FILED' && <p className="say ok">{say(intakeText.clean)}</p>
      )}
      {resolved && <p className="fine">{say(intakeText.settledBy)}</p>}
      {state === 'NEEDS_ATTENTION' && <SettlePage page={page} paths={[path]} />}
      {state === 'FILED' && page.picture && name && SHEETS.includes(name.kind) && (
        <p>
          <Link href={addressOfSheet(pageId)} className="btnp">
            {say(intakeText.cells)}
          </Link>
        </p>
      )}
      <p className="vacts">
        <button type="button" className="ghost" aria-pressed={zoomed} onClick={() => setZoomed(!zoomed)}>
          {say(intakeText.zoom)} <kbd>Z</kbd>
        </button>
        <button type="button" className="ghost" onClick={turn}>
          {say(intakeText.rotate)} <kbd>R</kbd>
        </button>
        <Link href={comparison} className="ghost">
          {say(compareText.open)} <kbd>C</kbd>
        </Link>
      </p>
      {page.picture && (
        <div className={zoomed ? 'pic zoomed' : 'pic'} style={{ rotate: `${turns * 90}deg` }}>
          <PagePicture
            path={`/api/pages/${pageId}/picture`}
            alt={`${say(intakeText.picture)} ${number} ${name ? say(titleOfFiled(name.kind)) : ''}`}
          />
        </div>
      )}
    </section>
  );
}
