// The operator makes the key of a wall screen: numbers only, for the district or one street, until a day.
import { Button } from 'antd';
import { useState } from 'react';
import { STREET_TITLES } from '../../../domain/streets.ts';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/request.ts';
import { dashboardText } from '../../text/dashboard.ts';
import { useSay } from '../../text/language.ts';
import { settingsText } from '../../text/operations.ts';
import { Card } from '../parts/card.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import '../acts/form.css';

export function DisplayKeys() {
  const say = useSay();
  const [street, setStreet] = useState('');
  const [until, setUntil] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [address, setAddress] = useState<string>();
  const make = async () => {
    const body = { until, ...(street !== '' && { street }) };
    const answer = await send<{ key: string; address: string }>('/api/display-keys', body);
    setProblem(answer.ok ? undefined : answer.problem);
    setAddress(answer.ok ? answer.value.address : undefined);
  };
  return (
    <Card title={say(settingsText.display)}>
      <form
        className="act-form narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        {problem && <ProblemLine problem={problem} />}
        <div className="field">
          <label>
            {say(settingsText.street)}
            <select value={street} onChange={({ target }) => setStreet(target.value)}>
              <option value="">{say(dashboardText.whole)}</option>
              {Object.entries(STREET_TITLES).map(([code, title]) => (
                <option key={code} value={code}>
                  {say(title)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <div className="field">
          <label>
            {say(settingsText.until)}
            <input type="date" required value={until} onChange={({ target }) => setUntil(target.value)} />
          </label>
        </div>
        <Button type="primary" htmlType="submit">
          {say(settingsText.makeKey)}
        </Button>
        {address && (
          <p className="say ok" role="status">
            {say(settingsText.address)} <a href={address}>{address}</a>
          </p>
        )}
      </form>
    </Card>
  );
}
