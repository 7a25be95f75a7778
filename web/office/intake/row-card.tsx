// One row of a sign sheet: room, reading in words, the strip of the picture, and a button for every key.
import type { RowConfirmation, SheetRow } from '../../api/receipt.ts';
import { sheetText } from '../../text/intake.ts';
import { type Say, useSay } from '../../text/language.ts';
import { PagePicture } from './page-picture.tsx';

export type RowChoice = 'AGREE' | 'DISAGREE' | 'ABSTAIN' | 'BLANK';

/** What a choice says of the row; the room is published only where the reading or the clerk saw that it may be. */
export function choiceOf({ no, proposed }: SheetRow, choice: RowChoice): RowConfirmation {
  const publishRoom = proposed.publishRoom === 'YES';
  return choice === 'BLANK'
    ? { no, signature: 'BLANK', opinion: 'NONE', publishRoom: false, remarks: [] }
    : { no, signature: 'SIGNED', opinion: choice, publishRoom, remarks: [] };
}

/** The machine's reading as a decision, where nothing in it asks for a look. */
export function acceptedReading({ no, proposed }: SheetRow): RowConfirmation | undefined {
  const { signature, opinion, publishRoom } = proposed;
  if (signature === 'LOOK' || opinion === 'LOOK' || publishRoom === 'LOOK') return undefined;
  return { no, signature, opinion, publishRoom: publishRoom === 'YES', remarks: [] };
}

const OPINIONS = {
  AGREE: sheetText.agree,
  DISAGREE: sheetText.disagree,
  ABSTAIN: sheetText.abstain,
  NONE: sheetText.none,
  SEVERAL: sheetText.unclear,
  LOOK: sheetText.look,
} as const;
const SIGNATURES = { SIGNED: sheetText.signed, BLANK: sheetText.blank, LOOK: sheetText.look } as const;
const STANDINGS = {
  UNCONFIRMED: { title: sheetText.open, tone: '' },
  SECOND_NEEDED: { title: sheetText.second, tone: 'warn' },
  DISPUTED: { title: sheetText.disputed, tone: 'bad' },
  SETTLED: { title: sheetText.done, tone: 'ok' },
} as const;

const CHOICES = [
  { choice: 'AGREE', key: '1', title: sheetText.agree },
  { choice: 'DISAGREE', key: '2', title: sheetText.disagree },
  { choice: 'ABSTAIN', key: '3', title: sheetText.abstain },
  { choice: 'BLANK', key: '0', title: sheetText.blank },
] as const;

interface RowCardProps {
  readonly pageId: string;
  readonly row: SheetRow;
  /** Still waits for the reader's own look. */
  readonly open: boolean;
  readonly current: boolean;
  readonly confirmed: RowConfirmation | undefined;
  onChoose(): void;
  onConfirm(confirmation: RowConfirmation | undefined): void;
  onUndo(): void;
}

export function RowCard(props: RowCardProps) {
  const say = useSay();
  const { pageId, row, open, current, confirmed, onChoose, onConfirm, onUndo } = props;
  const reading = readingInWords(row, say);
  const { title, tone } = STANDINGS[row.standing];
  const mine = confirmed && `${say(SIGNATURES[confirmed.signature])} · ${say(OPINIONS[confirmed.opinion])}`;
  const unit = row.unit ?? `${row.no} ${say(sheetText.noRoom)}`;
  return (
    <div
      className={`cell${current ? ' cur' : ''}${confirmed || !open ? ' d' : ''}`}
      role="option"
      aria-selected={current}
      aria-label={`${unit}，${say(sheetText.machine)}：${reading}，${mine ?? say(title)}`}
      data-no={row.no}
      tabIndex={current ? 0 : -1}
      onClick={onChoose}
      onKeyDown={undefined}
    >
      <div className="ct">
        <b>{unit}</b>
        <span className={`tag ${confirmed ? 'ok' : tone}`}>{mine ?? (open ? say(title) : say(sheetText.mine))}</span>
        <span className="muted">
          {say(sheetText.machine)}：{reading}
        </span>
      </div>
      {row.strip && <PagePicture path={`/api/pages/${pageId}/picture?row=${row.no}`} alt={unit} className="crop" />}
      {current && open && (
        <div className="cb">
          {CHOICES.map(({ choice, key, title: choiceTitle }) => (
            <button type="button" key={choice} onClick={() => onConfirm(choiceOf(row, choice))}>
              {say(choiceTitle)}
              <kbd>{key}</kbd>
            </button>
          ))}
          {confirmed && (
            <button type="button" onClick={onUndo}>
              {say(sheetText.undo)}
              <kbd>U</kbd>
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function readingInWords({ proposed: { signature, opinion } }: SheetRow, say: Say): string {
  return `${say(SIGNATURES[signature])} · ${say(OPINIONS[opinion])}`;
}
