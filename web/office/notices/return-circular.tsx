// A proposed circular goes back: the second person says why, in words that the first one reads; who proposed takes it back at a press.
import { Button } from 'antd';
import { useId, useState } from 'react';
import { printDate } from '../../figures/dates.ts';
import { circularText } from '../../text/circular.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import type { CircularText } from './circular.tsx';
import './return-circular.css';

interface ReturnProps {
  readonly proposed: NonNullable<CircularText['proposed']>;
  readonly onReturn: (body: object) => Promise<void>;
}

export function ReturnCircular({ proposed: { proposal, mine }, onReturn }: ReturnProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  if (mine) return <Button onClick={() => void onReturn({ proposal })}>{say(circularText.withdraw)}</Button>;
  return (
    <>
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {say(open ? circularText.keep : circularText.giveBack)}
      </Button>
      {open && <Reason onSay={(reason) => void onReturn({ proposal, reason })} />}
    </>
  );
}

function Reason({ onSay }: { readonly onSay: (reason: string) => void }) {
  const say = useSay();
  const hint = useId();
  const [reason, setReason] = useState('');
  return (
    <form
      className="edit-words return-words"
      onSubmit={(event) => {
        event.preventDefault();
        onSay(reason.trim());
      }}
    >
      <label>
        {say(circularText.reason)}
        <textarea
          value={reason}
          required
          minLength={2}
          maxLength={500}
          rows={3}
          aria-describedby={hint}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <small id={hint}>{say(circularText.reasonNote)}</small>
      <Button type="primary" htmlType="submit">
        {say(circularText.giveBack)}
      </Button>
    </form>
  );
}

/** Of the latest answer that was no, until the circular is issued. */
export function Returned({ returned }: { readonly returned: NonNullable<CircularText['returned']> }) {
  const say = useSay();
  const language = useLanguage();
  const { by, on, reason } = returned;
  return (
    <div className="say plain">
      <span>
        <b>{say(reason === undefined ? circularText.takenBack : circularText.returnedBecause)}</b> {reason}
      </span>
      <small>
        {say(circularText.account)} <code>{by}</code> · {printDate(on, language)}
      </small>
    </div>
  );
}
