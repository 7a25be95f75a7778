// The operator gives people posts and takes them away: every one an entry of the grants' own ledger.
import { Button } from 'antd';
import { useState } from 'react';
import { PARTIES, ROLES, type Role } from '../../../domain/parties.ts';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/request.ts';
import { refresh } from '../../api/use-reading.ts';
import { hasOwnIssuer } from '../../sign-in/session.ts';
import { useSay } from '../../text/language.ts';
import { settingsText } from '../../text/operations.ts';
import { Card } from '../parts/card.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { useToday } from '../parts/today.ts';
import { GRANTS, GrantLedger } from './grant-ledger.tsx';
import { HeldPosts, type PostOfPerson } from './held-posts.tsx';
import '../acts/form.css';
import './users.css';

/** Their unit is a place; that of every other role is the role itself, or the unit's own name. */
const LOCAL: readonly Role[] = ['STREET', 'COMMUNITY', 'BODY', 'UTILITY'];
const GRANTED = ROLES.filter((role) => role !== 'SYSTEM' && role !== 'RESIDENT');

export function Users() {
  const say = useSay();
  const today = useToday();
  const [personId, setPersonId] = useState('');
  const [role, setRole] = useState<Role>('STREET');
  const [unit, setUnit] = useState('');
  const [until, setUntil] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [done, setDone] = useState<string>();
  const [link, setLink] = useState<string>();

  const finish = (answer: Awaited<ReturnType<typeof send<{ seq: number }>>>, says: string) => {
    setProblem(answer.ok ? undefined : answer.problem);
    setDone(answer.ok ? `${says} ${answer.value.seq}` : undefined);
    setLink(undefined);
    if (answer.ok) void refresh(GRANTS);
  };
  const grant = async () => {
    const body = { personId, role, unit: LOCAL.includes(role) ? unit : role, ...(until !== '' && { until }) };
    finish(await send<{ seq: number }>(GRANTS, body), say(settingsText.granted));
  };
  /** Without a post: every one. */
  const revoke = async (id: string, post?: PostOfPerson) => {
    const body = post ? { role: post.role, unit: post.unit } : {};
    const path = `${GRANTS}/${encodeURIComponent(id)}/revoke`;
    finish(await send<{ seq: number }>(path, body), say(settingsText.revoked));
  };
  const invite = async (id: string) => {
    const answer = await send<{ link: string }>('/api/invitations', { personId: id });
    setProblem(answer.ok ? undefined : answer.problem);
    setDone(undefined);
    setLink(answer.ok ? answer.value.link : undefined);
    if (answer.ok) void refresh(GRANTS);
  };
  return (
    <div className="grid users-page">
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
          {link && (
            <div className="field say ok" role="status">
              <label>
                {say(settingsText.inviteLink)}
                {/* Longer than anybody reads: marked as a whole, to be copied. */}
                <input readOnly value={link} onFocus={({ target }) => target.select()} />
              </label>
            </div>
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
          <div className="field">
            <label>
              {say(settingsText.lastDay)}
              <input
                type="date"
                value={until}
                min={today}
                onChange={({ target }) => setUntil(target.value)}
                aria-describedby="last-day-hint"
              />
            </label>
            <small id="last-day-hint">{say(settingsText.lastDayHint)}</small>
          </div>
          <div className="row-of-buttons">
            <Button type="primary" htmlType="submit">
              {say(settingsText.grant)}
            </Button>
          </div>
        </form>
      </Card>
      <HeldPosts
        of={personId}
        onRevoke={(post) => void revoke(post.personId, post)}
        onRevokeAll={(id) => void revoke(id)}
        onInvite={hasOwnIssuer ? (id) => void invite(id) : undefined}
      />
      <GrantLedger />
    </div>
  );
}
