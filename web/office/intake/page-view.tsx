// The page that is looked at: its picture, what was found with what to do, and how it is settled.
import { Button } from 'antd';
import { useState } from 'react';
import type { RESOLUTIONS } from '../../../domain/paper/filing/filed-page.ts';
import type { Problem } from '../../api/problem.ts';
import type { ReceiptPage } from '../../api/receipt.ts';
import { send } from '../../api/request.ts';
import { refresh } from '../../api/use-reading.ts';
import { Link } from '../../navigation/address.tsx';
import { useKeys } from '../../navigation/keys.ts';
import { intakeText } from '../../text/intake.ts';
import { useSay } from '../../text/language.ts';
import { titleOfValue } from '../../text/titles.ts';
import { Icon } from '../icons.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { PagePicture } from './page-picture.tsx';
import { addressOfSheet } from './sheet-address.ts';

type Resolution = (typeof RESOLUTIONS)[number];

/** Sheets whose rows are confirmed one by one. */
const SHEETS: readonly string[] = ['F1', 'F1S', 'F2', 'F2S'];

export function PageView({ page, path }: { page: ReceiptPage; path: string }) {
  const say = useSay();
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [zoomed, setZoomed] = useState(false);
  const [turns, setTurns] = useState(0);
  const { pageId, number, state, name, findings, resolved } = page;

  const settle = async (resolution: Resolution) => {
    const answer = await send(`/api/pages/${pageId}/resolve`, { resolution, ...(code !== '' && { code }) });
    setProblem(answer.ok ? undefined : answer.problem);
    await refresh(path);
  };
  const turn = () => setTurns((turns + 1) % 4);
  useKeys({ z: () => setZoomed(!zoomed), r: turn });
  const nameless = name === null;
  const again = findings.some((finding) => finding.code === 'SAME_PAGE_AGAIN');
  return (
    <section className="card view" aria-label={`${say(intakeText.page)} ${number} ${say(intakeText.pageEnd)}`}>
      <div className="hd">
        <h2>
          {say(intakeText.page)} {number} {say(intakeText.pageEnd)}
        </h2>
        <small>{name ? `${say(titleOfValue(name.kind))} · ${name.projectNo}` : say(intakeText.unidentified)}</small>
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
      {problem && <ProblemLine problem={problem} />}
      {state === 'NEEDS_ATTENTION' && (
        <div className="vacts">
          {nameless && (
            <label className="field">
              {say(intakeText.code)}
              <input value={code} autoComplete="off" onChange={({ target }) => setCode(target.value)} />
            </label>
          )}
          <Button type={again ? 'default' : 'primary'} onClick={() => void settle('FILE')}>
            {say(intakeText.file)}
          </Button>
          {again && (
            <Button type="primary" onClick={() => void settle('REPLACE')}>
              {say(intakeText.replace)}
            </Button>
          )}
          <Button onClick={() => void settle('LEAVE_OUT')}>{say(intakeText.leaveOut)}</Button>
        </div>
      )}
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
      </p>
      {page.picture && (
        <div className={zoomed ? 'pic zoomed' : 'pic'} style={{ rotate: `${turns * 90}deg` }}>
          <PagePicture
            path={`/api/pages/${pageId}/picture`}
            alt={`${say(intakeText.picture)} ${number} ${name ? say(titleOfValue(name.kind)) : ''}`}
          />
        </div>
      )}
    </section>
  );
}
