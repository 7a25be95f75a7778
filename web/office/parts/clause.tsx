// The clause beside a figure: one click gives the words of the source and the reading adopted. The same everywhere.
import { Popover } from 'antd';
import { useEffect, useState } from 'react';
import type { Quoted } from '../../acts/act-tables.ts';
import { useSay } from '../../text/language.ts';
import { shellText } from '../../text/shell.ts';

export function Clause({ clause, quote, reading }: { clause: string; quote?: string; reading?: string }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={setOpen}
      title={`${say(shellText.source)} ${clause}`}
      content={
        <div className="quoted">
          {quote === undefined ? <Quotes clause={clause} /> : <q>{quote}</q>}
          {reading && (
            <p>
              <b>{say(shellText.reading)}</b> {reading}
            </p>
          )}
        </div>
      }
    >
      <button
        type="button"
        className="clause"
        aria-expanded={open}
        aria-label={`${clause} ${say(shellText.clause)}`}
        onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}
      >
        {clause}
      </button>
    </Popover>
  );
}

/** Several clauses may be named together, `二(一)、二(三)1`; the first with words in the catalogue is quoted. */
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
