// The subsidy budget of a year: granted, promised, left, and for whom; finance sets and adjusts it.
import { Button } from 'antd';
import { useState } from 'react';
import type { BudgetYear } from '../../../domain/dashboard.ts';
import type { BudgetForm } from '../../acts/act-tables.ts';
import { useReading } from '../../api/use-reading.ts';
import { printExact } from '../../figures/amounts.ts';
import { go, Link } from '../../navigation/address.tsx';
import type { Person } from '../../sign-in/session.ts';
import { useSay } from '../../text/language.ts';
import { accountText, moneyText } from '../../text/money.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { late } from '../parts/late.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { useDates } from '../parts/today.ts';

const BudgetDrawer = late(() => import('./budget-drawer.tsx').then(({ BudgetDrawer }) => BudgetDrawer));

interface BudgetView {
  readonly year: string;
  readonly amount: string;
  readonly reserved: string;
  readonly left: string;
  readonly reservations: readonly { readonly projectId: string; readonly amount: string; readonly at: string }[];
}

interface BudgetPanelProps {
  readonly person: Person;
  /** As the dashboard has it; tells also which year it is. */
  readonly thisYear: BudgetYear | undefined;
  /** The year of the address; else this one, with its latest reservations only. */
  readonly chosen: string | undefined;
}

const LATEST = 8;
const RESERVED = [moneyText.reservedAmount, moneyText.reservedAt] as const;

export function BudgetPanel({ person, thisYear, chosen }: BudgetPanelProps) {
  const say = useSay();
  const dates = useDates();
  const [form, setForm] = useState<BudgetForm>();
  const today = thisYear?.today;
  const year = chosen ?? today?.slice(0, 4);
  const paid = year === thisYear?.year ? thisYear?.budget?.paid : undefined;
  const { value, problem } = useReading<BudgetView>(year && `/api/budgets/${year}`);
  const latest = value?.reservations.toReversed() ?? [];
  const reservations = chosen === undefined ? latest.slice(0, LATEST) : latest;
  const around = today ? [-1, 0, 1].map((step) => String(Number(today.slice(0, 4)) + step)) : [];
  // The year that is shown is among them from the first moment on.
  const years = [...new Set([...(year === undefined ? [] : [year]), ...around])].toSorted();
  return (
    <Card
      title={say(moneyText.budget)}
      clause="三(四)"
      aside={
        <label className="pick">
          <span className="sr">{say(moneyText.year)}</span>
          <select value={year ?? ''} onChange={({ target }) => go(`/money/budget/${target.value}`)}>
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
            {paid !== undefined && (
              <>
                <dt>{say(moneyText.paid)}</dt>
                <dd>{printExact(paid)}</dd>
              </>
            )}
            <dt className="g">{say(moneyText.left)}</dt>
            <dd className="g">{printExact(value.left)}</dd>
          </dl>
          <h3 className="sub">{say(moneyText.reservations)}</h3>
          {value.reservations.length === 0 && <p className="muted">{say(moneyText.noReservation)}</p>}
          <Scroll>
            <table className="plain stacked close">
              {reservations.length > 0 && <Columns titles={[moneyText.project, ...RESERVED]} figures={RESERVED} />}
              <tbody>
                {reservations.map(({ projectId, amount, at }) => (
                  <tr key={projectId}>
                    <td>
                      <Link href={`/projects/${projectId}#money`}>{projectId}</Link>
                    </td>
                    <td className="n">{printExact(amount)}</td>
                    <td className="n t2">{dates.moment(at)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          {reservations.length < value.reservations.length && (
            <Link href={`/money/budget/${year}`}>
              {say(accountText.wholeYear)} {value.reservations.length}
            </Link>
          )}
        </>
      )}
      {person.role === 'FINANCE' && (
        <p className="row-of-buttons">
          <Button onClick={() => setForm('set-budget')}>{say(moneyText.setBudget)}</Button>
          <Button onClick={() => setForm('adjust-budget')}>{say(moneyText.adjustBudget)}</Button>
        </p>
      )}
      {form && year && <BudgetDrawer form={form} year={year} onClose={() => setForm(undefined)} />}
    </Card>
  );
}
