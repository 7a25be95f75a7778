// The subsidy budget of a year: granted, promised, left, and for whom; finance sets and adjusts it.
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { BudgetForm } from '../../acts/act-tables.ts';
import { useReading } from '../../api/use-reading.ts';
import { printExact } from '../../figures/amounts.ts';
import { printMoment } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import type { Person } from '../../sign-in/session.ts';
import { useSay } from '../../text/language.ts';
import { moneyText } from '../../text/money.ts';
import { Card } from '../parts/card.tsx';

const BudgetDrawer = lazy(() => import('./budget-drawer.tsx').then((drawer) => ({ default: drawer.BudgetDrawer })));

interface BudgetView {
  readonly year: string;
  readonly amount: string;
  readonly reserved: string;
  readonly left: string;
  readonly reservations: readonly { readonly projectId: string; readonly amount: string; readonly at: string }[];
}

export function BudgetPanel({ person, today }: { person: Person; today: string | undefined }) {
  const say = useSay();
  const [chosen, setChosen] = useState<string>();
  const [form, setForm] = useState<BudgetForm>();
  const year = chosen ?? today?.slice(0, 4);
  const { value, problem } = useReading<BudgetView>(year && `/api/budgets/${year}`);
  const years = today ? [-1, 0, 1].map((step) => String(Number(today.slice(0, 4)) + step)) : [];
  return (
    <Card
      title={say(moneyText.budget)}
      clause="三(四)"
      aside={
        <label className="pick">
          <span className="sr">{say(moneyText.year)}</span>
          <select value={year ?? ''} onChange={({ target }) => setChosen(target.value)}>
            {years.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
      }
    >
      {problem?.code === 'NOT_FOUND' && <p className="say plain">{say(moneyText.noBudget)}</p>}
      {value && problem === undefined && (
        <>
          <dl className="flow num">
            <dt>{say(moneyText.amount)}</dt>
            <dd>{printExact(value.amount)}</dd>
            <dt>{say(moneyText.reserved)}</dt>
            <dd>{printExact(value.reserved)}</dd>
            <dt className="g">{say(moneyText.left)}</dt>
            <dd className="g">{printExact(value.left)}</dd>
          </dl>
          <h3 className="sub">{say(moneyText.reservations)}</h3>
          {value.reservations.length === 0 && <p className="muted">{say(moneyText.noReservation)}</p>}
          <table className="plain">
            <tbody>
              {value.reservations.map(({ projectId, amount, at }) => (
                <tr key={projectId}>
                  <td>
                    <Link href={`/projects/${projectId}#money`}>{projectId}</Link>
                  </td>
                  <td className="n">{printExact(amount)}</td>
                  <td className="n t2">{printMoment(at)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {person.role === 'FINANCE' && (
        <p className="row-of-buttons">
          <Button onClick={() => setForm('set-budget')}>{say(moneyText.setBudget)}</Button>
          <Button onClick={() => setForm('adjust-budget')}>{say(moneyText.adjustBudget)}</Button>
        </p>
      )}
      <Suspense fallback={null}>
        {form && year && <BudgetDrawer form={form} year={year} onClose={() => setForm(undefined)} />}
      </Suspense>
    </Card>
  );
}
