// Repairs of a workflow that a colleague proposed: the second person is led to the dry run, and answers there.
import { Button } from 'antd';
import { titleOfStreet } from '../../../domain/streets.ts';
import { printDay, printDue, toneOfDue } from '../../figures/dates.ts';
import { go, Link } from '../../navigation/address.tsx';
import { useLanguage, useSay } from '../../text/language.ts';
import { repairTaskText } from '../../text/repair.ts';
import { linkToRepair } from '../operations/link-to-repair.ts';
import { titleOfRepair } from '../operations/title-of-repair.ts';
import { Card } from '../parts/card.tsx';
import type { RepairTask } from './task.ts';

export function Repairs({ repairs, today }: { readonly repairs: readonly RepairTask[]; readonly today: string }) {
  const say = useSay();
  const language = useLanguage();
  if (repairs.length === 0) return null;
  return (
    <Card title={say(repairTaskText.title)} note={repairs.length} id="repairs">
      <ul className="task-list">
        {repairs.map(({ projectId, name, street, found, proposedOn, dueOn }) => (
          <li key={projectId}>
            <span className={`tag ${toneOfDue(dueOn, today)}`} title={printDay(dueOn, language)}>
              {printDue(dueOn, today, language)}
            </span>
            <div>
              <b>
                {say(repairTaskText.answer)} {found.map((repair) => say(titleOfRepair(repair))).join(' → ')}
              </b>{' '}
              <Link href={`/projects/${projectId}`}>{name ?? projectId}</Link>
              <small>
                {street && `${say(titleOfStreet(street))} · `}
                {say(repairTaskText.proposed)} {printDay(proposedOn, language)}
              </small>
            </div>
            <div className="task-acts">
              <Button
                className="do-task"
                type="primary"
                aria-label={`${say(repairTaskText.read)} ${name ?? projectId}`}
                onClick={() => go(linkToRepair(projectId))}
              >
                {say(repairTaskText.read)}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
