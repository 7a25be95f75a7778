// The operator grants a role or takes it away; both are entries of the grants' own ledger.
import { Button } from 'antd';
import { useState } from 'react';
import { PARTIES, ROLES, type Role } from '../../../domain/parties.ts';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/request.ts';
import { useSay } from '../../text/language.ts';
import { settingsText } from '../../text/operations.ts';
import { Card } from '../parts/card.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import '../acts/form.css';

/** Their unit is a place; that of every other role is the role itself. */
const LOCAL: readonly Role[] = ['STREET', 'COMMUNITY', 'BODY'];
const GRANTED = ROLES.filter((role) => role !== 'SYSTEM' && role !== 'RESIDENT');

export function Users() {
  const say = useSay();
  const [personId, setPersonId] = useState('');
  const [role, setRole] = useState<Role>('STREET');
  const [unit, setUnit] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [done, setDone] = useState<string>();

  const finish = (answer: Awaited<ReturnType<typeof send<{ seq: number }>>>, says: string) => {
    setProblem(answer.ok ? undefined : answer.problem);
    setDone(answer.ok ? `${says} ${answer.value.seq}` : undefined);
  };
  const grant = async () => {
    const body = { personId, role, unit: LOCAL.includes(role) ? unit : role };
    finish(await send<{ seq: number }>('/api/grants', body), say(settingsText.granted));
  };
  const revoke = async () => {
    const path = `/api/grants/${encodeURIComponent(personId)}/revoke`;
    finish(await send<{ seq: number }>(path, {}), say(settingsText.revoked));
  };
  return (
    <Card title={say(settingsText.users)}>
      <form
        className="act-form narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void grant();
        }}
      >
        {problem && <ProblemLine problem={problem} />}
        {done && (
          <p className="say ok" role="status">
            {done}
          </p>
        )}
        <div className="field">
          <label>
            {say(settingsText.account)}
            <input required value={personId} onChange={({ target }) => setPersonId(target.value.trim())} />
          </label>
        </div>
        <div className="field">
          <label>
            {say(settingsText.role)}
            <select
              value={role}
              onChange={({ target }) => setRole(GRANTED.find((each) => each === target.value) ?? role)}
            >
              {GRANTED.map((each) => (
                <option key={each} value={each}>
                  {say(PARTIES[each])}
                </option>
              ))}
            </select>
          </label>
        </div>
        {LOCAL.includes(role) && (
          <div className="field">
            <label>
              {say(settingsText.unit)}
              <input required value={unit} onChange={({ target }) => setUnit(target.value.trim())} />
            </label>
          </div>
        )}
        <div className="row-of-buttons">
          <Button type="primary" htmlType="submit">
            {say(settingsText.grant)}
          </Button>
          <Button danger disabled={personId === ''} onClick={() => void revoke()}>
            {say(settingsText.revoke)}
          </Button>
        </div>
      </form>
    </Card>
  );
}
