// Two minutes before the session ends, where it could not be renewed quietly: says so beside the page, and renews it.
import { Button } from 'antd';
import { signIn } from '../sign-in/session.ts';
import { useSay } from '../text/language.ts';
import { shellText } from '../text/shell.ts';
import './session.css';

export function SessionEnding() {
  const say = useSay();
  return (
    <div role="alert" className="say warn ending">
      <span>{say(shellText.ending)}</span>
      <Button type="primary" onClick={() => void signIn()}>
        {say(shellText.goOn)}
      </Button>
    </div>
  );
}
