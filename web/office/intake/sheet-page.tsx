// The rows of one sign sheet, confirmed by keyboard: what the machine read, the picture, and a decision for every row.
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import type { RowConfirmation, SheetCells, SheetRow } from '../../api/receipt.ts';
import { send } from '../../api/request.ts';
import { replaceReading, useReading } from '../../api/use-reading.ts';
import { Link } from '../../navigation/address.tsx';
import { sheetSentence } from '../../sentences/intake.ts';
import { intakeText, sheetText } from '../../text/intake.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { PageHead } from '../parts/page-head.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Region } from '../parts/region.tsx';
import { PagePicture } from './page-picture.tsx';
import { acceptedReading, choiceOf, RowCard, type RowChoice } from './row-card.tsx';

export function SheetPage({ pageId }: { pageId: string }) {
  const path = `/api/pages/${pageId}/cells`;
  const reading = useReading<SheetCells>(path);
  return (
    <Region reading={reading} path={path} height={400}>
      {(cells) => <Sheet cells={cells} path={path} />}
    </Region>
  );
}

const needsMe = ({ standing, confirmedByMe }: SheetRow): boolean =>
  !(standing === 'SETTLED' || (confirmedByMe && standing !== 'DISPUTED'));

function Sheet({ cells, path }: { cells: SheetCells; path: string }) {
  const say = useSay();
  const language = useLanguage();
  const [confirmed, setConfirmed] = useState<ReadonlyMap<number, RowConfirmation>>(new Map());
  const [problem, setProblem] = useState<Problem>();
  const open = cells.rows.filter(needsMe);
  const [current, setCurrent] = useState(open[0]?.no);
  const list = useRef<HTMLDivElement>(null);
  const left = open.filter(({ no }) => !confirmed.has(no)).length;

  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-no="${current}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'center' });
  }, [current]);

  const move = (step: number) => {
    const at = cells.rows.findIndex(({ no }) => no === current);
    setCurrent(cells.rows[Math.min(cells.rows.length - 1, Math.max(0, at + step))]?.no);
  };
  const confirm = (row: SheetRow, confirmation: RowConfirmation | undefined) => {
    if (confirmation === undefined || !needsMe(row)) return;
    const next = new Map(confirmed).set(row.no, confirmation);
    setConfirmed(next);
    const following = [...open.filter(({ no }) => no > row.no), ...open].find(({ no }) => !next.has(no));
    setCurrent(following?.no ?? row.no);
  };
  const undo = (no: number) => setConfirmed(new Map([...confirmed].filter(([each]) => each !== no)));

  const press = (key: string): boolean => {
    const row = cells.rows.find(({ no }) => no === current);
    if (row === undefined) return false;
    const choice = KEYS[key];
    if (choice !== undefined) confirm(row, choiceOf(row, choice));
    else if (key === 'Enter') confirm(row, acceptedReading(row));
    else if (key === 'u') undo(row.no);
    else if (key === 'ArrowDown' || key === 'j') move(1);
    else if (key === 'ArrowUp' || key === 'k') move(-1);
    else return false;
    return true;
  };

  const finish = async () => {
    const answer = await send<SheetCells>(path, { rows: [...confirmed.values()] });
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setConfirmed(new Map());
    replaceReading(path, answer.value);
  };

  return (
    <>
      <p className="crumb">
        <Link href={`/intake/stacks/${cells.pageId.replace(/\.\d{4}$/, '')}`}>{say(intakeText.title)}</Link> /{' '}
        <span className="num">{cells.pageId}</span>
      </p>
      <PageHead sentence={sheetSentence(left, cells.rows.length, language)} lead={say(sheetText.lead)}>
        <Button type="primary" disabled={confirmed.size === 0} onClick={() => void finish()}>
          {left > 0 ? `${say(sheetText.left)} ${left}` : say(sheetText.finish)}
        </Button>
      </PageHead>
      {problem && <ProblemLine problem={problem} />}
      <div className="sheet">
        <section className="card paper-card" aria-label={say(sheetText.whole)}>
          <PagePicture path={`/api/pages/${cells.pageId}/picture`} alt={say(sheetText.whole)} />
        </section>
        <section className="card" aria-label={say(sheetText.rows)}>
          <p className="keys">
            <kbd>1</kbd> {say(sheetText.agree)} <kbd>2</kbd> {say(sheetText.disagree)} <kbd>3</kbd>{' '}
            {say(sheetText.abstain)} <kbd>0</kbd> {say(sheetText.blank)} <kbd>Enter</kbd> {say(sheetText.accept)}{' '}
            <kbd>↑</kbd> <kbd>↓</kbd> {say(sheetText.move)} <kbd>U</kbd> {say(sheetText.undo)}
          </p>
          {cells.rows.length === 0 && <p className="muted">{say(sheetText.noRows)}</p>}
          <div
            className="cg"
            ref={list}
            role="listbox"
            aria-label={say(sheetText.rows)}
            tabIndex={-1}
            onKeyDown={(event) => {
              if (event.target instanceof HTMLButtonElement && event.key === 'Enter') return;
              if (!event.ctrlKey && !event.metaKey && press(event.key)) event.preventDefault();
            }}
          >
            {cells.rows.map((row) => (
              <RowCard
                key={row.no}
                pageId={cells.pageId}
                row={row}
                open={needsMe(row)}
                current={row.no === current}
                confirmed={confirmed.get(row.no)}
                onChoose={() => setCurrent(row.no)}
                onConfirm={(choice) => confirm(row, choice)}
                onUndo={() => undo(row.no)}
              />
            ))}
          </div>
          <p className="sumrow">{say(sheetText.unsigned)}</p>
        </section>
      </div>
    </>
  );
}

const KEYS: Readonly<Record<string, RowChoice>> = { '1': 'AGREE', '2': 'DISAGREE', '3': 'ABSTAIN', '0': 'BLANK' };
