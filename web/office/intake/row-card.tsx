// One row of a sign sheet: room, reading in words, the strip of the picture, and a button for every key.
import type { RowConfirmation, SheetRow } from '../../api/receipt.ts';
import { sheetText } from '../../text/intake.ts';
import { type Say, useSay } from '../../text/language.ts';
import { colon } from '../../text/texts.ts';
import { PagePicture } from '../parts/page-picture.tsx';
import './row-card.css';

export type RowChoice = 'AGREE' | 'DISAGREE' | 'ABSTAIN' | 'SEVERAL' | 'NONE' | 'UNSIGNED' | 'BLANK';
export type Remark = RowConfirmation['remarks'][number];

/** What only a person sees beside the vote itself. */
export interface Aside {
  /** Undefined: as the machine read it. */
  readonly publishRoom: boolean | undefined;
  readonly remarks: readonly Remark[];
}

export const NO_ASIDE: Aside = { publishRoom: undefined, remarks: [] };

export const publishes = ({ proposed }: SheetRow, { publishRoom }: Aside): boolean =>
  publishRoom ?? proposed.publishRoom === 'YES';

/** What a choice says of the row; the room is published only where the reading or the clerk saw that it may be. */
export function choiceOf(row: SheetRow, choice: RowChoice, aside: Aside): RowConfirmation {
  const { no, proposed } = row;
  const seen = { publishRoom: publishes(row, aside), remarks: [...aside.remarks] };
  if (choice === 'BLANK') return { no, signature: 'BLANK', opinion: 'NONE', ...seen, publishRoom: false };
  if (choice === 'UNSIGNED') {
    const { opinion } = proposed;
    return { no, signature: 'BLANK', opinion: opinion === 'NONE' || opinion === 'LOOK' ? 'SEVERAL' : opinion, ...seen };
  }
  return { no, signature: 'SIGNED', opinion: choice, ...seen };
}

/** The machine's reading as a decision, where nothing in it asks for a look. */
export function acceptedReading(row: SheetRow, aside: Aside): RowConfirmation | undefined {
  const { signature, opinion, publishRoom } = row.proposed;
  if (signature === 'LOOK' || opinion === 'LOOK') return undefined;
  if (publishRoom === 'LOOK' && aside.publishRoom === undefined) return undefined;
  return { no: row.no, signature, opinion, publishRoom: publishes(row, aside), remarks: [...aside.remarks] };
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
  { choice: 'SEVERAL', key: '4', title: sheetText.unclear },
  { choice: 'NONE', key: '5', title: sheetText.noTick },
  { choice: 'UNSIGNED', key: '6', title: sheetText.unsignedChoice },
  { choice: 'BLANK', key: '0', title: sheetText.blank },
] as const satisfies readonly { choice: RowChoice; key: string; title: unknown }[];

export const CHOICE_BY_KEY: Readonly<Record<string, RowChoice>> = Object.fromEntries(
  CHOICES.map(({ key, choice }) => [key, choice]),
);

const REMARKS = [
  { remark: 'PROXY_WITHOUT_LETTER', key: '7', title: sheetText.proxy },
  { remark: 'CHANGED_OWNER', key: '8', title: sheetText.changedOwner },
  { remark: 'WITHDRAWS_EARLIER', key: '9', title: sheetText.withdraws },
] as const satisfies readonly { remark: Remark; key: string; title: unknown }[];

export const REMARK_BY_KEY: Readonly<Record<string, Remark>> = Object.fromEntries(
  REMARKS.map(({ key, remark }) => [key, remark]),
);

interface RowCardProps {
  readonly pageId: string;
  readonly row: SheetRow;
  /** Still waits for the reader's own look. */
  readonly open: boolean;
  readonly current: boolean;
  readonly confirmed: RowConfirmation | undefined;
  readonly aside: Aside;
  onChoose(): void;
  onPublish(): void;
  onRemark(remark: Remark): void;
  onConfirm(confirmation: RowConfirmation | undefined): void;
  onUndo(): void;
}

export function RowCard(props: RowCardProps) {
  const say = useSay();
  const { pageId, row, open, current, confirmed, aside, onChoose, onConfirm, onUndo } = props;
  const reading = readingInWords(row, say);
  const { title, tone } = STANDINGS[row.standing];
  const standing = open || row.standing === 'SETTLED' ? say(title) : `${say(sheetText.mine)} · ${say(title)}`;
  const mine = confirmed && `${say(SIGNATURES[confirmed.signature])} · ${say(OPINIONS[confirmed.opinion])}`;
  const unit = row.unit ?? `${row.no} ${say(sheetText.noRoom)}`;
  return (
    <fieldset
      className={`cell${current ? ' cur' : ''}${confirmed || !open ? ' d' : ''}`}
      aria-current={current}
      aria-label={`${unit}，${say(sheetText.machine)}：${reading}，${mine ?? standing}`}
      data-no={row.no}
      tabIndex={current ? 0 : -1}
      onClick={onChoose}
      onKeyDown={undefined}
    >
      <div className="ct">
        <b>{unit}</b>
        <span className={`tag ${confirmed ? 'ok' : tone}`}>{mine ?? standing}</span>
        <span className="muted">
          {say(sheetText.machine)}
          {say(colon)}
          {reading}
        </span>
      </div>
      {row.strip && <PagePicture path={`/api/pages/${pageId}/picture?row=${row.no}`} alt={unit} className="crop" />}
      {current && open && (
        <div className="cb seen">
          <button type="button" aria-pressed={publishes(row, aside)} onClick={props.onPublish}>
            {say(sheetText.publish)}
            <kbd>P</kbd>
          </button>
          {REMARKS.map(({ remark, key, title: remarkTitle }) => (
            <button
              type="button"
              key={remark}
              aria-pressed={aside.remarks.includes(remark)}
              onClick={() => props.onRemark(remark)}
            >
              {say(remarkTitle)}
              <kbd>{key}</kbd>
            </button>
          ))}
        </div>
      )}
      {current && open && (
        <div className="cb">
          {CHOICES.map(({ choice, key, title: choiceTitle }) => (
            <button type="button" key={choice} onClick={() => onConfirm(choiceOf(row, choice, aside))}>
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
    </fieldset>
  );
}

function readingInWords({ proposed: { signature, opinion } }: SheetRow, say: Say): string {
  return `${say(SIGNATURES[signature])} · ${say(OPINIONS[opinion])}`;
}
