// Money: the dedicated accounts, the annual budget, and the queue for the start with a what-if.
import { useState } from 'react';
import type { Accounts, BudgetYear, MoneyRace } from '../../../domain/dashboard.ts';
import { mayRead } from '../../../domain/page-readers.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import { useReading } from '../../api/use-reading.ts';
import { printExact } from '../../figures/amounts.ts';
import { printYear } from '../../figures/dates.ts';
import { Link, useQuery } from '../../navigation/address.tsx';
import { type Narrowing, narrowed, narrowingOf } from '../../navigation/narrowing.ts';
import { moneySentence } from '../../sentences/money.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { accountText, moneyText } from '../../text/money.ts';
import type { PageProps } from '../office-page.tsx';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { late } from '../parts/late.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { useDates } from '../parts/today.ts';
import { DeadlineOf, DeadlineSources } from './account-deadline.tsx';
import { BudgetPanel } from './budget-panel.tsx';
import { QueuePanel } from './queue-panel.tsx';

const AccountPage = late(() => import('./account-page.tsx').then(({ AccountPage }) => AccountPage));
const OwnArrival = late(() => import('./own-arrival.tsx').then(({ OwnArrival }) => OwnArrival));

const FIGURES = [moneyText.required, moneyText.credited, moneyText.rate, moneyText.missing, moneyText.last];
const TITLES = [moneyText.neighbourhood, ...FIGURES, moneyText.deadline];

export function MoneyPage({ parts: [part, of], person }: PageProps) {
  if (!mayRead('accounts', person.role)) return <OwnArrival />;
  if (part === 'accounts' && of !== undefined) {
    return <AccountPage projectId={of} person={person} />;
  }
  return <Overview person={person} year={part === 'budget' ? of : undefined} />;
}

function Overview({ person, year }: { person: PageProps['person']; year: string | undefined }) {
  const language = useLanguage();
  const narrowing = narrowingOf(useQuery());
  const path = narrowed('/api/dashboard/money', narrowing);
  const race = useReading<MoneyRace>(path);
  const budget = useReading<BudgetYear>('/api/dashboard/budget');
  return (
    <>
      <Region reading={race} path={path}>
        {({ open, funded }) => (
          <PageHead
            sentence={moneySentence(
              { open, funded, left: budget.value?.budget?.left, year: budget.value?.year },
              language,
            )}
            lead={Object.keys(narrowing).length > 0 && <NarrowedTo narrowing={narrowing} />}
          />
        )}
      </Region>
      <div className="grid">
        <AccountsCard funded={false} narrowing={narrowing} />
        <div className="grid halves">
          <BudgetPanel person={person} thisYear={budget.value} chosen={year} />
          <QueuePanel key={language} left={budget.value?.budget?.left} />
        </div>
        <AccountsCard funded narrowing={narrowing} />
      </div>
    </>
  );
}

const SHOWN = 12;

/** As a link from the dashboard has it; the budget and the queue are those of the whole district. */
function NarrowedTo({ narrowing: { street, year } }: { narrowing: Narrowing }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      {say(moneyText.accounts)}
      {street && ` · ${say(titleOfStreet(street))}`}
      {year && ` · ${printYear(year, language)}`} <Link href="/money">{say(moneyText.allAccounts)}</Link>
    </>
  );
}

function AccountsCard({ funded, narrowing }: { funded: boolean; narrowing: Narrowing }) {
  const dates = useDates();
  const say = useSay();
  const [all, showAll] = useState(false);
  const path = narrowed('/api/dashboard/accounts', narrowing, { funded: String(funded) });
  const reading = useReading<Accounts>(path);
  return (
    <Card
      title={`${say(moneyText.accounts)} · ${say(funded ? moneyText.funded : moneyText.collecting)}`}
      clause="二(三)4"
    >
      <Region reading={reading} path={path} height={160}>
        {({ accounts }) =>
          accounts.length === 0 ? (
            <p className="muted">{say(moneyText.none)}</p>
          ) : (
            <Scroll>
              <table className="plain stacked">
                <Columns titles={TITLES} figures={FIGURES} />
                <tbody>
                  {(all ? accounts : accounts.slice(0, SHOWN)).map((account) => (
                    <tr key={account.projectId}>
                      <td>
                        <Link href={`/money/accounts/${account.projectId}`}>{account.name}</Link>{' '}
                        <span className="muted">{say(titleOfStreet(account.street))}</span>
                      </td>
                      <td className="n">{printExact(account.required)}</td>
                      <td className="n">{printExact(account.credited)}</td>
                      <td className="n">
                        <b>{account.arrivalRate}%</b>
                      </td>
                      <td className="n">{printExact(account.missing)}</td>
                      <td className="n">{account.lastCreditedOn ? dates.day(account.lastCreditedOn) : '—'}</td>
                      <td>
                        <DeadlineOf account={account} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {!all && accounts.length > SHOWN && (
                <button type="button" className="ghost" onClick={() => showAll(true)}>
                  {say(accountText.showAll)} {accounts.length}
                </button>
              )}
              <DeadlineSources accounts={all ? accounts : accounts.slice(0, SHOWN)} />
            </Scroll>
          )
        }
      </Region>
    </Card>
  );
}
