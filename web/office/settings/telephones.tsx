// The telephones that public pages give: every office sets its own, the renovation office those of streets too.
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { Bilingual } from '../../../domain/bilingual.ts';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/request.ts';
import { refresh, useReading } from '../../api/use-reading.ts';
import { useSay } from '../../text/language.ts';
import { telephonesText } from '../../text/telephones.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Region } from '../parts/region.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { useDates } from '../parts/today.ts';
import { TelephoneLedger, type WrittenTelephone } from './telephone-ledger.tsx';
import '../acts/form.css';
import './telephones.css';

const TELEPHONES = '/api/telephones';

interface ListedOffice {
  readonly role: string;
  readonly unit: string;
  readonly office: Bilingual;
  readonly number?: string;
  readonly seq: number;
  readonly at?: string;
  readonly maySet: boolean;
}

interface TelephoneList {
  readonly offices: readonly ListedOffice[];
  readonly entries: readonly WrittenTelephone[];
}

export function Telephones() {
  const reading = useReading<TelephoneList>(TELEPHONES);
  const [chosen, setChosen] = useState<string>();
  const form = useRef<HTMLDivElement>(null);
  const choose = (unit: string) => {
    setChosen(unit);
    form.current?.querySelector('input')?.focus();
  };
  return (
    <Region reading={reading} path={TELEPHONES} height={240}>
      {({ offices, entries }) => {
        const own = offices.filter(({ maySet }) => maySet);
        const office = own.find(({ unit }) => unit === chosen) ?? own[0];
        return (
          <div className={`grid telephones${office ? ' with-form' : ''}`}>
            {office && (
              <div ref={form}>
                <NumberForm office={office} own={own} onChoose={setChosen} />
              </div>
            )}
            <Offices offices={offices} {...(own.length > 1 && { onChange: choose })} />
            <TelephoneLedger entries={entries} />
          </div>
        );
      }}
    </Region>
  );
}

interface Said {
  readonly unit: string;
  readonly problem?: Problem;
  readonly done?: string;
}
const NOTHING: Omit<Said, 'unit'> = {};

interface NumberFormProps {
  readonly office: ListedOffice;
  /** Those that whoever looks may set. */
  readonly own: readonly ListedOffice[];
  onChoose(unit: string): void;
}

function NumberForm({ office: { role, unit, office, number = '', seq }, own, onChoose }: NumberFormProps) {
  const say = useSay();
  // Of one office: whoever chooses another begins anew, in the same field.
  const [draft, setDraft] = useState({ unit, text: number });
  const [said, setSaid] = useState<Said>({ unit });
  const typed = draft.unit === unit ? draft.text : number;
  const { problem, done } = said.unit === unit ? said : NOTHING;
  const setTyped = (text: string) => setDraft({ unit, text });
  const finish = async (path: string, body: object, says: Bilingual) => {
    const answer = await send<{ seq: number }>(path, { role, unit, ...body }, { seq });
    setSaid({ unit, ...(answer.ok ? { done: `${say(says)} ${answer.value.seq}` } : { problem: answer.problem }) });
    if (answer.ok || answer.problem.code === 'STALE') await refresh(TELEPHONES);
    return answer.ok;
  };
  const set = () => finish(TELEPHONES, { number: typed.trim() }, telephonesText.wasSet);
  const withdraw = async () => {
    if (await finish(`${TELEPHONES}/withdraw`, {}, telephonesText.wasWithdrawn)) setTyped('');
  };
  const mistake = problem?.fields?.find(({ path }) => path === '/number');
  return (
    <Card title={say(telephonesText.set)}>
      <form
        className="act-form narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void set();
        }}
      >
        {problem && mistake === undefined && <ProblemLine problem={problem} />}
        {done && (
          <p className="say ok" role="status">
            {done}
          </p>
        )}
        {own.length === 1 ? (
          <p>
            <b>{say(office)}</b>
          </p>
        ) : (
          <div className="field">
            <label>
              {say(telephonesText.office)}
              <select value={unit} onChange={({ target }) => onChoose(target.value)}>
                {own.map((each) => (
                  <option key={each.unit} value={each.unit}>
                    {say(each.office)}
                  </option>
                ))}
              </select>
            </label>
          </div>
        )}
        <div className="field">
          <label>
            {say(telephonesText.number)}
            <input
              type="tel"
              required
              maxLength={30}
              autoComplete="off"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              aria-describedby={mistake ? 'telephone-mistake telephone-hint' : 'telephone-hint'}
              {...(mistake && { 'aria-invalid': true })}
            />
          </label>
          {mistake && (
            <p className="say bad" id="telephone-mistake" role="alert">
              {say(mistake.says)}
            </p>
          )}
          <small id="telephone-hint">{say(telephonesText.hint)}</small>
        </div>
        <div className="row-of-buttons">
          <Button type="primary" htmlType="submit">
            {say(telephonesText.save)}
          </Button>
          {number !== '' && (
            <Button danger onClick={() => void withdraw()}>
              {say(telephonesText.withdraw)}
            </Button>
          )}
        </div>
      </form>
    </Card>
  );
}

interface OfficesProps {
  readonly offices: readonly ListedOffice[];
  /** Absent where there is nothing to choose from. */
  readonly onChange?: (unit: string) => void;
}

function Offices({ offices, onChange }: OfficesProps) {
  const say = useSay();
  const dates = useDates();
  const missing = offices.filter(({ number }) => number === undefined).length;
  const { office, number, since, act } = telephonesText;
  return (
    <Card
      title={say(telephonesText.all)}
      note={missing === 0 ? say(telephonesText.complete) : `${say(telephonesText.missing)}${missing}`}
    >
      <Scroll>
        <table className="plain stacked">
          <Columns titles={[office, number, since, ...(onChange ? [act] : [])]} />
          <tbody>
            {offices.map((each) => (
              <tr key={each.unit}>
                <td>{say(each.office)}</td>
                <td className="num">{each.number ?? <span className="tag warn">{say(telephonesText.none)}</span>}</td>
                <td className="num t2">{each.number !== undefined && each.at && dates.moment(each.at)}</td>
                {onChange && (
                  <td>
                    {each.maySet && (
                      <Button
                        size="small"
                        aria-label={`${say(each.number === undefined ? telephonesText.setOf : telephonesText.changeOf)}${say(each.office)}`}
                        onClick={() => onChange(each.unit)}
                      >
                        {say(each.number === undefined ? telephonesText.save : telephonesText.change)}
                      </Button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Card>
  );
}
