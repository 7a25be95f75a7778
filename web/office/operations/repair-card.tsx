// One project, looked at before the next round: what the reconciler would do; one person proposes it, another lets it do
// exactly that. Which project it is stands in the address, so that a task can lead here.
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/request.ts';
import { refresh, replaceReading, useReading } from '../../api/use-reading.ts';
import { printMoment } from '../../figures/dates.ts';
import { replaceQuery, useQuery } from '../../navigation/address.tsx';
import type { Engine } from '../../sentences/engine.ts';
import { useSay } from '../../text/language.ts';
import { repairText } from '../../text/repair.ts';
import { Card } from '../parts/card.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Region } from '../parts/region.tsx';
import { EngineState } from './engine-state.tsx';
import { REPAIRS_BY_HAND } from './repairs-by-hand.tsx';
import { titleOfRepair } from './title-of-repair.ts';

interface Diagnosis extends Engine {
  readonly projectId: string;
  readonly seq: number;
  readonly proposal?: {
    readonly year: string;
    readonly seq: number;
    readonly at: string;
    readonly by: string;
    readonly mine: boolean;
    readonly found: readonly string[];
  };
  readonly may: readonly ('PROPOSE' | 'CONFIRM' | 'DECLINE')[];
}

/** What a repair answers with beside how the project stands then. */
interface Repaired extends Diagnosis {
  readonly done?: readonly string[];
  readonly sound?: boolean;
}

interface Props {
  readonly mayRepair: boolean;
  /** Those that the last round could not help. */
  readonly stuck: readonly string[];
}

const pathOf = (projectId: string) => `/api/operations/projects/${encodeURIComponent(projectId)}/repair`;

export function RepairCard({ mayRepair, stuck }: Props) {
  const say = useSay();
  const chosen = useQuery().get('project') ?? undefined;
  const [typed, setTyped] = useState(chosen ?? stuck[0] ?? '');
  const [looks, setLooks] = useState(0);
  const look = (event: FormEvent) => {
    event.preventDefault();
    const project = typed.trim();
    replaceQuery(new URLSearchParams({ project }));
    setLooks(looks + 1);
    void refresh(pathOf(project));
  };
  return (
    <Card title={say(repairText.title)} id="repair" note={say(repairText.note)}>
      <form className="what-if pick" onSubmit={look}>
        <label htmlFor="repair-project">{say(repairText.project)}</label>
        <input
          id="repair-project"
          className="num"
          style={{ width: 190, textAlign: 'left' }}
          value={typed}
          placeholder="330302-2026-0001"
          pattern="\d{6}-\d{4}-\d{4}"
          required
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button htmlType="submit">{say(repairText.look)}</Button>
      </form>
      {chosen !== undefined && <Looked key={`${chosen} ${looks}`} {...{ projectId: chosen, mayRepair }} />}
    </Card>
  );
}

function Looked({ projectId, mayRepair }: Omit<Props, 'stuck'> & { readonly projectId: string }) {
  const say = useSay();
  const path = pathOf(projectId);
  const reading = useReading<Diagnosis>(path);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  // Kept apart: that the project is sound is read again at once, and what was done would be gone.
  const [repaired, setRepaired] = useState<Repaired>();

  const act = async (to: string, body: object) => {
    setBusy(true);
    const answer = await send<Repaired>(to, body);
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    setRepaired(answer.ok && answer.value.done ? answer.value : undefined);
    if (answer.ok) replaceReading(path, answer.value);
    else await refresh(path);
    await Promise.all([refresh(REPAIRS_BY_HAND), refresh('/api/tasks')]);
  };
  const decide = (decision: 'CONFIRM' | 'DECLINE', { proposal }: Diagnosis) =>
    act(`${path}/decision`, { decision, proposal: { year: proposal?.year, seq: proposal?.seq } });

  return (
    <Region reading={reading} path={path}>
      {(diagnosis) => (
        <>
          <div role="status">
            {repaired && <Done repaired={repaired} />}
            {(repaired === undefined || diagnosis.repairs.length > 0) && <Found diagnosis={diagnosis} />}
            {diagnosis.proposal && <Proposed diagnosis={diagnosis} />}
          </div>
          <EngineState engine={diagnosis} />
          {problem && <ProblemLine problem={problem} />}
          {diagnosis.repairs.length > 0 && (
            <p className="fine">{say(mayRepair ? repairText.untouched : repairText.byOffice)}</p>
          )}
          {diagnosis.may.length > 0 && (
            <p className="row-of-buttons">
              {diagnosis.may.includes('PROPOSE') && (
                <Button type="primary" loading={busy} onClick={() => void act(path, { repairs: diagnosis.repairs })}>
                  {say(repairText.propose)} {projectId}
                </Button>
              )}
              {diagnosis.may.includes('CONFIRM') && (
                <Button type="primary" loading={busy} onClick={() => void decide('CONFIRM', diagnosis)}>
                  {say(repairText.confirm)} {projectId}
                </Button>
              )}
              {diagnosis.may.includes('DECLINE') && (
                <Button disabled={busy} onClick={() => void decide('DECLINE', diagnosis)}>
                  {say(diagnosis.proposal?.mine ? repairText.withdraw : repairText.decline)}
                </Button>
              )}
            </p>
          )}
        </>
      )}
    </Region>
  );
}

interface Shown {
  readonly diagnosis: Diagnosis;
}

function Done({ repaired: { projectId, seq, done = [], sound } }: { readonly repaired: Repaired }) {
  const say = useSay();
  return (
    <p className={`say ${sound ? 'ok' : 'bad'}`}>
      <span>
        {say(sound ? repairText.done : repairText.inVain)} {done.map((each) => say(titleOfRepair(each))).join(' → ')} ·{' '}
        {projectId} · {say(repairText.entry)} {seq}
      </span>
    </p>
  );
}

function Found({ diagnosis: { projectId, seq, repairs } }: Shown) {
  const say = useSay();
  const where = `${projectId} · ${say(repairText.entry)} ${seq}`;
  const named = (list: readonly string[]) => list.map((repair) => say(titleOfRepair(repair))).join(' → ');
  return (
    <p className={`say ${repairs.length === 0 ? 'ok' : 'warn'}`}>
      <span>
        {say(repairs.length === 0 ? repairText.nothing : repairText.would)} {named(repairs)}
        {repairs.length > 0 && ' · '}
        {where}
      </span>
    </p>
  );
}

function Proposed({ diagnosis: { repairs, proposal } }: Shown) {
  const say = useSay();
  if (proposal === undefined) return null;
  const { at, by, found } = proposal;
  return (
    <p className="say">
      <span>
        {say(repairText.proposed)} {found.map((repair) => say(titleOfRepair(repair))).join(' → ')} ·{' '}
        {say(repairText.proposedBy)} <code>{by}</code> · {say(repairText.proposedAt)} {printMoment(at)}
        {found.join() !== repairs.join() && <> · {say(repairText.lapsed)}</>}
      </span>
    </p>
  );
}
