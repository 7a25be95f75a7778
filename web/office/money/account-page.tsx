// One dedicated account: what is due and has arrived, by channel, and the book of receipts with those taken back.
import { Button } from 'antd';
import { useState } from 'react';
import type { ActName } from '../../../domain/projects/act-names.ts';
import type { LedgerView, ProjectView } from '../../api/project-view.ts';
import { useReading } from '../../api/use-reading.ts';
import { printExact } from '../../figures/amounts.ts';
import { printDate } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { accountSentence } from '../../sentences/money.ts';
import type { Person } from '../../sign-in/session.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { accountText, moneyText } from '../../text/money.ts';
import { projectText } from '../../text/project.ts';
import { shellText } from '../../text/shell.ts';
import { titleOfWord } from '../../text/values.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { LateActDrawer } from '../parts/late-act-drawer.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { bookOf } from './account-book.ts';

const ACCOUNT_ACTS: readonly ActName[] = [
  ...(['open-account', 'book-contributions', 'reverse-contribution'] as const),
  ...(['settle-contributions', 'complete-settlement'] as const),
];

export function AccountPage({ projectId, person }: { projectId: string; person: Person }) {
  const path = `/api/projects/${projectId}`;
  const project = useReading<ProjectView>(path);
  const ledger = useReading<LedgerView>(`${path}/ledger`);
  return (
    <Region reading={project} path={path} height={400}>
      {(view) => (
        <Region reading={ledger} path={`${path}/ledger`} height={400}>
          {(read) => <Shown project={view} ledger={read} person={person} />}
        </Region>
      )}
    </Region>
  );
}

function Shown({ project, ledger, person }: { project: ProjectView; ledger: LedgerView; person: Person }) {
  const say = useSay();
  const language = useLanguage();
  const [open, setOpen] = useState<ActName>();
  const { projectId, neighbourhood, funding } = project;
  const acts = project.allowedActs.filter(({ act }) => ACCOUNT_ACTS.includes(act));
  const heldBack = project.heldBack.filter(({ act }) => ACCOUNT_ACTS.includes(act));
  const { account, arrival, settlement } = funding;
  const channels = Object.entries(funding.byChannel).filter(([, amount]) => amount !== '0.00');
  return (
    <>
      <p className="crumb">
        <Link href="/money">{say(shellText.money)}</Link> /{' '}
        <Link href={`/projects/${projectId}#money`}>{neighbourhood.name}</Link>
      </p>
      <PageHead
        sentence={accountSentence({ name: neighbourhood.name, arrival, opened: account !== undefined }, language)}
        lead={account && `${account.bank} · ${say(accountText.lastDigits)} ${account.lastDigits}`}
      >
        {acts.map(({ act, title }, index) => (
          <Button key={act} type={index === 0 ? 'primary' : 'default'} onClick={() => setOpen(act)}>
            {say(title)}
          </Button>
        ))}
      </PageHead>
      {heldBack.map(({ act, title, because }) => (
        <p key={act} className="say plain">
          <b>
            {say(projectText.notYet)} · {say(title)}
          </b>{' '}
          {say(because)}
        </p>
      ))}
      <div className="grid">
        <div className="grid halves">
          <Card title={say(accountText.balance)} clause="二(三)4">
            <dl className="flow num">
              <dt>{say(moneyText.required)}</dt>
              <dd>{arrival ? printExact(arrival.required) : '—'}</dd>
              <dt>{say(moneyText.credited)}</dt>
              <dd>{printExact(funding.credited)}</dd>
              <dt className="e">{say(moneyText.missing)}</dt>
              <dd className="e">{arrival ? printExact(arrival.missing) : '—'}</dd>
            </dl>
          </Card>
          <Card title={say(accountText.channels)}>
            {channels.length === 0 ? (
              <p className="muted">{say(accountText.nothing)}</p>
            ) : (
              <dl className="flow num">
                {channels.flatMap(([channel, amount]) => [
                  <dt key={channel}>{say(titleOfWord(channel))}</dt>,
                  <dd key={`${channel}-amount`}>{printExact(amount)}</dd>,
                ])}
              </dl>
            )}
          </Card>
        </div>
        {settlement && (
          <p className="say plain">
            {say(accountText.settled)} {printDate(settlement.settledOn, language)} ·{' '}
            {say(titleOfWord(settlement.direction))} {printExact(settlement.amount)}
          </p>
        )}
        <Book ledger={ledger} withUnits={person.role === 'STREET'} />
      </div>
      {open && <LateActDrawer act={open} project={project} onClose={() => setOpen(undefined)} />}
    </>
  );
}

const SHOWN = 50;

/** Who paid is for the street that books; everybody else reads amounts. */
function Book({ ledger, withUnits }: { ledger: LedgerView; withUnits: boolean }) {
  const say = useSay();
  const language = useLanguage();
  const [all, showAll] = useState(false);
  const book = bookOf(ledger);
  const columns = [
    accountText.creditedOn,
    accountText.channel,
    ...(withUnits ? [accountText.unit] : []),
    accountText.receipt,
  ];
  return (
    <Card title={say(accountText.book)} note={book.length}>
      {book.length === 0 ? (
        <p className="muted">{say(accountText.nothing)}</p>
      ) : (
        <Scroll>
          <table className="plain">
            <Columns titles={[...columns, accountText.amount, accountText.entry]} figures={[accountText.amount]} />
            <tbody>
              {(all ? book : book.slice(0, SHOWN)).map(
                ({ seq, receipt, creditedOn, channel, unit, amount, reversed }) => (
                  <tr key={`${seq}-${receipt}`}>
                    <td>{printDate(creditedOn, language)}</td>
                    <td>{say(titleOfWord(channel))}</td>
                    {withUnits && <td className="num">{unit ?? '—'}</td>}
                    <td className="num">{receipt}</td>
                    <td className="n">{reversed ? <del>{printExact(amount)}</del> : printExact(amount)}</td>
                    <td className="num">
                      {seq}{' '}
                      {reversed && (
                        <span className="tag bad" title={reversed.reason}>
                          {say(accountText.reversed)} {reversed.seq}
                        </span>
                      )}
                    </td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </Scroll>
      )}
      {!all && book.length > SHOWN && (
        <Button block onClick={() => showAll(true)}>
          {say(accountText.showAll)} {book.length}
        </Button>
      )}
    </Card>
  );
}
