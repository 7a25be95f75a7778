// One project, looked at before the next round: what the reconciler would do, and to let it do exactly that.
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Bilingual } from '../../../domain/bilingual.ts';
import type { Problem } from '../../api/problem.ts';
import { read, send } from '../../api/request.ts';
import { refresh } from '../../api/use-reading.ts';
import { useSay } from '../../text/language.ts';
import { repairText } from '../../text/repair.ts';
import { Card } from '../parts/card.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { REPAIRS_BY_HAND } from './repairs-by-hand.tsx';

interface Diagnosis {
  readonly projectId: string;
  readonly seq: number;
  readonly repairs: readonly string[];
  /** After a repair only. */
  readonly sound?: boolean;
}

interface Props {
  readonly mayRepair: boolean;
  /** Those that the last round could not help. */
  readonly stuck: readonly string[];
  readonly titleOfRepair: (repair: string) => Bilingual;
}

export function RepairCard({ mayRepair, stuck, titleOfRepair }: Props) {
  const say = useSay();
  const [typed, setTyped] = useState(stuck[0] ?? '');
  const [diagnosis, setDiagnosis] = useState<Diagnosis>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const pathOf = (projectId: string) => `/api/operations/projects/${encodeURIComponent(projectId)}/repair`;

  const asked = async (ask: () => ReturnType<typeof send<Diagnosis>>) => {
    setBusy(true);
    const answer = await ask();
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    setDiagnosis(answer.ok ? answer.value : undefined);
    if (answer.ok && answer.value.sound !== undefined) await refresh(REPAIRS_BY_HAND);
  };
  const look = (event: FormEvent) => {
    event.preventDefault();
    void asked(async () => {
      const answer = await read<Diagnosis>(pathOf(typed.trim()));
      if (answer === 'UNCHANGED') throw new Error('nothing was named that could be unchanged');
      return answer;
    });
  };
  const repair = ({ projectId, repairs }: Diagnosis) =>
    void asked(() => send<Diagnosis>(pathOf(projectId), { repairs }));

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
          onChange={({ target }) => {
            setTyped(target.value);
            setDiagnosis(undefined);
          }}
        />
        <Button htmlType="submit" loading={busy}>
          {say(repairText.look)}
        </Button>
      </form>
      {problem && <ProblemLine problem={problem} />}
      <div role="status">{diagnosis && <Found diagnosis={diagnosis} titleOfRepair={titleOfRepair} />}</div>
      {diagnosis && diagnosis.sound === undefined && diagnosis.repairs.length > 0 && (
        <>
          <p className="fine">{say(mayRepair ? repairText.untouched : repairText.byOffice)}</p>
          {mayRepair && (
            <Button type="primary" loading={busy} onClick={() => repair(diagnosis)}>
              {say(repairText.repair)} {diagnosis.projectId}
            </Button>
          )}
        </>
      )}
    </Card>
  );
}

function Found({ diagnosis, titleOfRepair }: { diagnosis: Diagnosis; titleOfRepair: Props['titleOfRepair'] }) {
  const say = useSay();
  const { projectId, seq, repairs, sound } = diagnosis;
  const where = `${projectId} · ${say(repairText.entry)} ${seq}`;
  if (repairs.length === 0) {
    return (
      <p className="say ok">
        <span>
          {say(repairText.nothing)} {where}
        </span>
      </p>
    );
  }
  const heading = sound === undefined ? repairText.would : sound ? repairText.done : repairText.inVain;
  return (
    <p className={`say ${sound === undefined ? 'warn' : sound ? 'ok' : 'bad'}`}>
      <span>
        {say(heading)} {repairs.map((repair) => say(titleOfRepair(repair))).join(' → ')} · {where}
      </span>
    </p>
  );
}
