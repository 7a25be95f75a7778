// The clause beside a figure: one click gives the words of the source and the reading adopted. The same everywhere.
import { useEffect, useId, useRef, useState } from 'react';
import type { Quoted } from '../../acts/act-tables.ts';
import { useSay } from '../../text/language.ts';
import { shellText } from '../../text/shell.ts';
import './clause.css';

interface ClauseProps {
  readonly clause: string;
  readonly quote?: string;
  readonly reading?: string;
}

/** The browser's own popover: closed by Escape and by a click elsewhere, and the focus goes back to the button. */
export function Clause({ clause, quote, reading }: ClauseProps) {
  const say = useSay();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="clause"
        popoverTarget={id}
        aria-label={`${clause} ${say(shellText.clause)}`}
      >
        {clause}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={clause}
        className="quoted"
        onToggle={({ newState, currentTarget }) => {
          setOpen(newState === 'open');
          if (button.current) placeBelow(button.current, currentTarget);
        }}
      >
        {open && (
          <>
            <b>
              {say(shellText.source)} {clause}
            </b>
            {quote === undefined ? <Quotes clause={clause} /> : <q>{quote}</q>}
            {reading && (
              <p>
                <b>{say(shellText.reading)}</b> {reading}
              </p>
            )}
          </>
        )}
      </div>
    </>
  );
}

const GAP = 8;
const WIDTH = 380;

function placeBelow(button: HTMLElement, popover: HTMLElement): void {
  const { left, bottom } = button.getBoundingClientRect();
  popover.style.left = `${Math.max(GAP, Math.min(left, innerWidth - WIDTH - GAP))}px`;
  popover.style.top = `${Math.min(bottom + GAP, innerHeight * 0.6)}px`;
}

/** Several clauses may be named together, `二(一)、二(三)1`. */
function Quotes({ clause }: { clause: string }) {
  const say = useSay();
  const [quotes, setQuotes] = useState<readonly Quoted[]>();
  useEffect(() => {
    void import('virtual:clauses').then(({ table }) =>
      setQuotes(clause.split(/[、，,]/).flatMap((each) => table[each.trim()] ?? [])),
    );
  }, [clause]);
  if (quotes === undefined) return null;
  if (quotes.length === 0) return <p>{say(shellText.noQuote)}</p>;
  return quotes.slice(0, QUOTES_SHOWN).map(({ rule, quote, reading }) => (
    <div key={rule}>
      <q>{quote}</q>
      {reading && (
        <p>
          <b>{say(shellText.reading)}</b> {say(reading)}
        </p>
      )}
    </div>
  ));
}

const QUOTES_SHOWN = 3;
