// The first page of everybody: one button for those with an account, and the ways of those without.
import { Button } from 'antd';
import type * as z from 'zod';
import type { healthSchema } from '../../domain/api.ts';
import { useReading } from '../api/use-reading.ts';
import { Link } from '../navigation/address.tsx';
import { type Session, signIn, signOut } from '../sign-in/session.ts';
import { useSay } from '../text/language.ts';
import { shellText } from '../text/shell.ts';
import { CallOperator } from './call-operator.tsx';
import { Door } from './door.tsx';
import { Icon } from './icons.tsx';
import './sign-in.css';

export function SignIn({ session }: { session: Session }) {
  const say = useSay();
  return (
    <Door title={say(shellText.signInTitle)} lead={say(shellText.signInLead)} picture={<Steps />}>
      {session.state === 'NO_ROLE' ? (
        <>
          <p role="alert">{say(shellText.noRole)}</p>
          <CallOperator />
          <Button size="large" block onClick={() => void signOut()}>
            {say(shellText.signOut)}
          </Button>
        </>
      ) : (
        <Button type="primary" size="large" block onClick={() => void signIn()}>
          {say(shellText.signIn)}
        </Button>
      )}
      <h2>{say(shellText.resident)}</h2>
      <p className="t2">{say(shellText.residentLead)}</p>
      <p className="door-links">
        <a href="/p/v">
          <Icon name="qr" size={16} />
          {say(shellText.verify)}
        </a>
        <Link href="/calculators/ballot">
          <Icon name="calc" size={16} />
          {say(shellText.calculatorsOpen)}
        </Link>
      </p>
      <SystemState />
    </Door>
  );
}

const Steps = () => (
  <ol className="door-steps" aria-hidden="true">
    {[1, 2, 3, 4, 5, 6, 7, 8, 9].map((step) => (
      <li key={step}>{step}</li>
    ))}
  </ol>
);

function SystemState() {
  const say = useSay();
  const { value, problem } = useReading<z.output<typeof healthSchema>>('/api/health');
  const ok = value?.status === 'ok';
  return (
    <p className="muted" role="status">
      <i className={`dot ${problem ? 'bad' : value === undefined ? '' : ok ? 'ok' : 'warn'}`} />
      {say(shellText.systemState)}{' '}
      {problem ? say(shellText.systemDown) : value && say(ok ? shellText.systemOk : shellText.systemStuck)}
    </p>
  );
}
