// The rows of one sign sheet, confirmed by keyboard: what the machine read, the picture, and a decision for every row.
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useKeptDraft } from '../../acts/use-kept-draft.ts';
import type { Problem } from '../../api/problem.ts';
import type { RowConfirmation, SheetCells, SheetRow } from '../../api/receipt.ts';
import { send } from '../../api/request.ts';
import { replaceReading, useReading } from '../../api/use-reading.ts';
import { Link } from '../../navigation/address.tsx';
import { sheetSentence } from '../../sentences/intake.ts';
import { intakeText, sheetText } from '../../text/intake.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { PageHead } from '../parts/page-head.tsx';
import { PagePicture } from '../parts/page-picture.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Region } from '../parts/region.tsx';
import {
  type Aside,
  acceptedReading,
  CHOICE_BY_KEY,
  choiceOf,
  NO_ASIDE,
  publishes,
  REMARK_BY_KEY,
  type Remark,
  RowCard,
} from './row-card.tsx';
import './sheet-page.css';

export function SheetPage({ pageId }: { pageId: string }) {
  const path = `/api/pages/${pageId}/cells`;
  const reading = useReading<SheetCells>(path);
  return (
    <Region reading={reading} path={path} height={400}>
      {(cells) => <Sheet cells={cells} path={path} />}
    </Region>
  );
}

/** A confirmation as plain JSON. */
type DecidedRow = Pick<RowConfirmation, keyof RowConfirmation>;
const NOTHING_DECIDED: readonly DecidedRow[] = [];

const needsMe = ({ standing, confirmedByMe }: SheetRow): boolean =>
  !(standing === 'SETTLED' || (confirmedByMe && standing !== 'DISPUTED'));

function Sheet({ cells, path }: { cells: SheetCells; path: string }) {
  const say = useSay();
  const language = useLanguage();
  // Dozens of decisions are no less than a form: they outlive an expired session too.
  const kept = useKeptDraft<readonly DecidedRow[]>(`sheet/${cells.pageId}`, NOTHING_DECIDED);
  const confirmed: ReadonlyMap<number, RowConfirmation> = new Map(kept.draft.map((row) => [row.no, row]));
  const setConfirmed = (rows: ReadonlyMap<number, RowConfirmation>) => kept.change([...rows.values()]);
  const [problem, setProblem] = useState<Problem>();
  const [aside, setAside] = useState<Aside>(NO_ASIDE);
  const open = cells.rows.filter(needsMe);
  const [current, setCurrent] = useState(() => (open.find(({ no }) => !confirmed.has(no)) ?? open[0])?.no);
  // What was seen beside the vote belongs to the row it was seen in.
  const turnTo = (no: number | undefined) => {
    setCurrent(no);
    setAside(NO_ASIDE);
  };
  const list = useRef<HTMLFieldSetElement>(null);
  const counts = {
    all: cells.rows.length,
    left: open.filter(({ no }) => !confirmed.has(no)).length,
    unsent: confirmed.size,
    second: cells.rows.filter((row) => row.standing === 'SECOND_NEEDED' && row.confirmedByMe).length,
  };
  const { left } = counts;

  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-no="${current}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'center' });
  }, [current]);

  const move = (step: number) => {
    const at = cells.rows.findIndex(({ no }) => no === current);
    turnTo(cells.rows[Math.min(cells.rows.length - 1, Math.max(0, at + step))]?.no);
  };
  const confirm = (row: SheetRow, confirmation: RowConfirmation | undefined) => {
    if (confirmation === undefined || !needsMe(row)) return;
    const next = new Map(confirmed).set(row.no, confirmation);
    setConfirmed(next);
    const following = [...open.filter(({ no }) => no > row.no), ...open].find(({ no }) => !next.has(no));
    turnTo(following?.no ?? row.no);
  };
  const remark = (each: Remark) =>
    setAside({
      ...aside,
      remarks: aside.remarks.includes(each)
        ? aside.remarks.filter((other) => other !== each)
        : [...aside.remarks, each],
    });
  const undo = (no: number) => setConfirmed(new Map([...confirmed].filter(([each]) => each !== no)));

  const press = (key: string): boolean => {
    const row = cells.rows.find(({ no }) => no === current);
    if (row === undefined) return false;
    const choice = CHOICE_BY_KEY[key];
    const seen = REMARK_BY_KEY[key];
    if (choice !== undefined) confirm(row, choiceOf(row, choice, aside));
    else if (seen !== undefined) remark(seen);
    else if (key === 'p') setAside({ ...aside, publishRoom: !publishes(row, aside) });
    else if (key === 'Enter') confirm(row, acceptedReading(row, aside));
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
    kept.sent();
    replaceReading(path, answer.value);
  };

  // Above the rows, and below them where a thumb ends up on a phone.
  const label =
    left === 0
      ? say(sheetText.finish)
      : confirmed.size === 0
        ? `${say(sheetText.left)} ${left} ${say(sheetText.rowUnit)}`
        : `${say(sheetText.sendDecided)} ${confirmed.size}`;
  // Where everything left is for a second person, there is nothing to finish.
  const finishButton = (left > 0 || confirmed.size > 0 || counts.second === 0) && (
    <Button type="primary" disabled={confirmed.size === 0} onClick={() => void finish()}>
      {label}
    </Button>
  );
  return (
    <>
      <p className="crumb">
        <Link href={`/intake/stacks/${cells.pageId.replace(/\.\d{4}$/, '')}`}>{say(intakeText.title)}</Link> /{' '}
        {say(intakeText.cells)} <span className="num">{Number(cells.pageId.slice(-4))}</span>
      </p>
      <PageHead sentence={sheetSentence(counts, language)} lead={say(sheetText.lead)}>
        {finishButton}
      </PageHead>
      {problem && <ProblemLine problem={problem} />}
      <div className="sheet">
        <section className="card paper-card" aria-label={say(sheetText.whole)}>
          <PagePicture path={`/api/pages/${cells.pageId}/picture`} alt={say(sheetText.whole)} />
        </section>
        <section className="card" aria-label={say(sheetText.rows)}>
          <p className="keys">
            <kbd>Enter</kbd> {say(sheetText.accept)} <kbd>1</kbd>–<kbd>6</kbd> <kbd>0</kbd> {say(sheetText.choose)}{' '}
            <kbd>↑</kbd> <kbd>↓</kbd> {say(sheetText.move)} <kbd>U</kbd> {say(sheetText.undo)} <kbd>Ctrl</kbd>{' '}
            <kbd>Enter</kbd> {say(sheetText.finish)}
          </p>
          {cells.rows.length === 0 && <p className="muted">{say(sheetText.noRows)}</p>}
          <fieldset
            className="cg"
            ref={list}
            aria-label={say(sheetText.rows)}
            onKeyDown={(event) => {
              if (event.target instanceof HTMLButtonElement && event.key === 'Enter') return;
              if (event.key === 'Enter' && event.ctrlKey) void finish();
              else if (event.ctrlKey || event.metaKey || !press(event.key)) return;
              event.preventDefault();
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
                aside={aside}
                onChoose={() => turnTo(row.no)}
                onPublish={() => setAside({ ...aside, publishRoom: !publishes(row, aside) })}
                onRemark={remark}
                onConfirm={(choice) => confirm(row, choice)}
                onUndo={() => undo(row.no)}
              />
            ))}
          </fieldset>
          <div className="sumrow">
            <span>{say(sheetText.unsigned)}</span>
            {finishButton}
          </div>
        </section>
      </div>
    </>
  );
}
