// For an account that holds no post yet: the telephone of whoever gives posts, where one is set.
import { useReading } from '../api/use-reading.ts';
import { useSay } from '../text/language.ts';
import { telephonesText } from '../text/telephones.ts';

interface PublicTelephones {
  readonly telephones: readonly { readonly role: string; readonly number: string; readonly call: string }[];
}

export function CallOperator() {
  const say = useSay();
  const { value } = useReading<PublicTelephones>('/api/public/telephones');
  const operator = value?.telephones.find(({ role }) => role === 'OPERATOR');
  if (operator === undefined) return null;
  return (
    <p className="call-operator">
      {say(telephonesText.call)} <a href={operator.call}>{operator.number}</a>
    </p>
  );
}
