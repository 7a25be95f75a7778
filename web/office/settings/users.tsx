// The operator grants a role or takes it away; both are entries of the grants' own ledger.
import { Button } from 'antd';
import { useState } from 'react';
import { PARTIES, ROLES, type Role } from '../../../domain/parties.ts';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/request.ts';
import { refresh, useReading } from '../../api/use-reading.ts';
import { useSay } from '../../text/language.ts';
import { settingsText } from '../../text/operations.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Region } from '../parts/region.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { useDates } from '../parts/today.ts';
import '../acts/form.css';

const GRANTS = '/api/grants';

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
    if (answer.ok) void refresh(GRANTS);
  };
  const grant = async () => {
    const body = { personId, role, unit: LOCAL.includes(role) ? unit : role };
    finish(await send<{ seq: number }>(GRANTS, body), say(settingsText.granted));
  };
  const revoke = async () => {
    const path = `/api/grants/${encodeURIComponent(personId)}/revoke`;
    finish(await send<{ seq: number }>(path, {}), say(settingsText.revoked));
  };
  return (
    <div className="grid">
      <Card title={say(settingsText.grantOrRevoke)}>
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
      <GrantLedger />
    </div>
  );
}

interface GrantEntries {
  readonly holders: number;
  readonly entries: readonly {
    readonly seq: number;
    readonly at: string;
    readonly act: 'grant-role' | 'revoke-role';
    readonly personId: string;
    readonly role?: Role;
    readonly unit?: string;
    readonly by: string;
  }[];
}

/** Who was given what by whom, and what was taken away. */
function GrantLedger() {
  const say = useSay();
  const dates = useDates();
  const reading = useReading<GrantEntries>(GRANTS);
  return (
    <Card
      title={say(settingsText.grantLedger)}
      note={reading.value && `${say(settingsText.holders)} ${reading.value.holders}`}
    >
      <Region reading={reading} path={GRANTS} height={200}>
        {({ entries }) =>
          entries.length === 0 ? (
            <p className="muted">{say(settingsText.noGrants)}</p>
          ) : (
            <Scroll>
              <table className="plain">
                <Columns
                  titles={[
                    settingsText.entry,
                    settingsText.at,
                    settingsText.account,
                    settingsText.role,
                    settingsText.unitColumn,
                    settingsText.by,
                  ]}
                />
                <tbody>
                  {entries.map(({ seq, at, act, personId, role, unit, by }) => (
                    <tr key={seq}>
                      <td className="num">{seq}</td>
                      <td className="num t2">{dates.moment(at)}</td>
                      <td className="num">{personId}</td>
                      <td>
                        {act === 'revoke-role' ? (
                          <span className="tag bad">{say(settingsText.takenAway)}</span>
                        ) : (
                          role && say(PARTIES[role])
                        )}
                      </td>
                      <td className="num t2">{unit === role ? '' : unit}</td>
                      <td className="num t2">{by}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          )
        }
      </Region>
    </Card>
  );
}
