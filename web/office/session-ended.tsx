// Laid over the page when the session is over: what is shown and typed stays until the person is back.
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { signIn } from '../sign-in/session.ts';
import { useSay } from '../text/language.ts';
import { shellText } from '../text/shell.ts';
import './session.css';

export function SessionEnded() {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="ended" aria-labelledby="ended-title" onCancel={(event) => event.preventDefault()}>
      <h2 id="ended-title">{say(shellText.expired)}</h2>
      <p>{say(shellText.expiredLead)}</p>
      <Button type="primary" onClick={() => void signIn()}>
        {say(shellText.signInAgain)}
      </Button>
    </dialog>
  );
}
