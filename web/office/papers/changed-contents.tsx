// What one version of a paper says otherwise than another: each field by its title, what it was and what it is.
import { useState } from 'react';
import type { ContentsChange } from '../../../domain/paper/contents-changes.ts';
import type { IssuedPaper } from '../../api/issued-paper.ts';
import { notKeptSentence } from '../../sentences/papers.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { titleOfPaperField } from '../../text/papers/titles.ts';
import { versionsText } from '../../text/papers/versions.ts';
import { printedValue, type Wording } from './printed-value.ts';

export interface PaperChanges {
  readonly changes?: readonly ContentsChange[];
  readonly notKept: readonly ('before' | 'after')[];
  readonly unkept: readonly string[];
}

/** More are seldom read one by one. */
const SHOWN = 30;

interface ChangedProps {
  readonly kind: string;
  readonly read: PaperChanges;
  readonly before: IssuedPaper;
  readonly after: IssuedPaper;
}

export function ChangedContents({ kind, read: { changes, notKept, unkept }, ...versions }: ChangedProps) {
  const say = useSay();
  const language = useLanguage();
  const [all, showAll] = useState(false);
  const titleOf = titleOfPaperField(kind);
  const wording: Wording = { say, language, titleOf };
  return (
    <>
      {changes === undefined && (
        <p className="say warn">
          <span>
            {notKept.map((side) => (
              <b key={side} className="block">
                {notKeptSentence(versions[side], language)}
              </b>
            ))}
            {say(versionsText.notKept)}
          </span>
        </p>
      )}
      {changes?.length === 0 && <p className="say ok">{say(versionsText.same)}</p>}
      {changes && changes.length > 0 && (
        <ul className="changes">
          {(all ? changes : changes.slice(0, SHOWN)).map((change) => (
            <li key={`${change.path.join('/')} ${'after' in change}`}>
              <b>{placeOf(change, wording)}</b>
              <span>
                <small>{say(versionsText.was)}</small>{' '}
                {'before' in change ? <del>{printedValue(change.before, wording)}</del> : say(versionsText.added)}
              </span>
              <span>
                <small>{say(versionsText.is)}</small>{' '}
                {'after' in change ? <ins>{printedValue(change.after, wording)}</ins> : say(versionsText.gone)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {!all && changes && changes.length > SHOWN && (
        <button type="button" className="ghost" onClick={() => showAll(true)}>
          {say(versionsText.showAll)} {changes.length}
        </button>
      )}
      {unkept.length > 0 && (
        <p className="fine">
          {say(versionsText.unkept)}
          {unkept.map((name) => say(titleOf(name))).join('、')}
        </p>
      )}
    </>
  );
}

/** `须补正的材料 · 第 2 行 · 补正方式`. */
function placeOf({ path }: ContentsChange, { say, titleOf }: Wording): string {
  return path
    .map((part) =>
      typeof part === 'number'
        ? `${say(versionsText.row)} ${part + 1} ${say(versionsText.rowEnd)}`.trim()
        : say(titleOf(part)),
    )
    .join(' · ');
}
