// The annual round: budget, queue with what would have to happen, who is in and by what.
import type { Bilingual } from '../../../domain/bilingual.ts';
import { type State, titleOfState } from '../../../domain/projects/states.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import { useReading } from '../../api/use-reading.ts';
import { printExact } from '../../figures/amounts.ts';
import { printDate } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { roundSentence } from '../../sentences/programme.ts';
import type { Person } from '../../sign-in/session.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { MEMBERSHIP_TITLES, yearText } from '../../text/programme-year.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { addressOf, type EntryRef, type Figure, OpenFigure } from '../parts/entry-links.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { WhatIf } from './what-if.tsx';

interface Waiting {
  readonly projectId: string;
  readonly name: string;
  readonly street: string;
  readonly state: State;
  readonly subsidy: string;
  readonly rank?: number;
  readonly fits: boolean;
  readonly conditions: readonly { readonly code: string; readonly says: Bilingual }[];
}

interface Member {
  readonly projectId: string;
  readonly name: string;
  readonly street: string;
  readonly as: keyof typeof MEMBERSHIP_TITLES;
  readonly on?: string;
  readonly application?: EntryRef;
  readonly decision?: EntryRef;
}

interface RoundRead {
  readonly year: string;
  readonly closesOn?: string;
  readonly members: readonly Member[];
  readonly waiting: readonly Waiting[];
}

const MAY_SUPPOSE = ['RENOVATION_OFFICE', 'LEADING_GROUP', 'FINANCE', 'AUDIT', 'PRINCIPAL_LEADER'];

export function Round({ year, person }: { year: string; person: Person }) {
  const language = useLanguage();
  const path = `/api/programme/${year}/round`;
  const reading = useReading<RoundRead>(path);
  return (
    <Region reading={reading} path={path} height={300}>
      {({ members, waiting, closesOn }) => {
        const ready = waiting.filter(({ fits }) => fits).length;
        const facts = { year, members: members.length, ready, waiting: waiting.length - ready };
        return (
          <>
            <PageHead sentence={roundSentence(facts, language)}>
              <ExportButtons year={year} table="waiting-list" />
            </PageHead>
            <div className="grid">
              <BudgetLine year={year} closesOn={closesOn} />
              <Queue waiting={waiting} />
              {MAY_SUPPOSE.includes(person.role) && <WhatIf year={year} />}
              <Members members={members} />
            </div>
          </>
        );
      }}
    </Region>
  );
}

type BudgetFigures = Record<'amount' | 'reserved' | 'left', Figure>;

function BudgetLine({ year, closesOn }: { year: string; closesOn: string | undefined }) {
  const say = useSay();
  const language = useLanguage();
  const { value } = useReading<{ figures?: BudgetFigures }>(`/api/programme/${year}/budget`);
  const figures = value?.figures;
  return (
    <section className="card figure-line" aria-label={say(yearText.amount)}>
      {figures &&
        (['amount', 'reserved', 'left'] as const).map((code) => (
          <div key={code}>
            <small>{say(yearText[code])}</small>
            <OpenFigure
              label={say(yearText[code])}
              figure={{ ...figures[code], value: printExact(String(figures[code].value)) }}
            />
          </div>
        ))}
      {closesOn && (
        <div>
          <small>{say(yearText.closesOn)}</small>
          <b className="num">{printDate(closesOn, language)}</b>
        </div>
      )}
    </section>
  );
}

function Queue({ waiting }: { waiting: readonly Waiting[] }) {
  const say = useSay();
  const titles = [yearText.rank, yearText.neighbourhood, yearText.state, yearText.subsidy, yearText.needs];
  return (
    <Card title={say(yearText.queue)} note={say(yearText.queueNote)} clause="三(四)">
      {waiting.length === 0 ? (
        <p className="muted">{say(yearText.nobodyWaits)}</p>
      ) : (
        <Scroll>
          <table className="plain stacked queue-table">
            <Columns titles={titles} figures={[yearText.subsidy]} />
            <tbody>
              {waiting.map(({ projectId, name, street, state, subsidy, rank, fits, conditions }) => (
                <tr key={projectId}>
                  <td className="num">{rank ?? '—'}</td>
                  <td>
                    <Link href={`/projects/${projectId}#money`}>{name}</Link>
                    <small className="muted block">{say(titleOfStreet(street))}</small>
                  </td>
                  <td className="t2">{say(titleOfState(state))}</td>
                  <td className="n">{printExact(subsidy)}</td>
                  <td>
                    {fits ? (
                      <span className="tag ok">{say(yearText.ready)}</span>
                    ) : (
                      <span className="t2">{conditions.map(({ says }) => say(says)).join(' · ')}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Card>
  );
}

function Members({ members }: { members: readonly Member[] }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <Card title={say(yearText.members)} note={members.length} clause="三(四)">
      {members.length === 0 ? (
        <p className="muted">{say(yearText.noMembers)}</p>
      ) : (
        <Scroll>
          <table className="plain stacked">
            <Columns titles={[yearText.neighbourhood, yearText.as, yearText.on, yearText.basis]} />
            <tbody>
              {members.map(({ projectId, name, street, as, on, application, decision }) => {
                const basis = decision ?? application;
                return (
                  <tr key={projectId}>
                    <td>
                      <Link href={`/projects/${projectId}`}>{name}</Link>{' '}
                      <span className="muted">{say(titleOfStreet(street))}</span>
                    </td>
                    <td>
                      <span className={as === 'APPLIED' ? 'tag ok' : as === 'LATE' ? 'tag warn' : 'tag'}>
                        {say(MEMBERSHIP_TITLES[as])}
                      </span>
                    </td>
                    <td className="num t2">{on ? printDate(on, language) : '—'}</td>
                    <td className="num">
                      {basis && (
                        <Link href={addressOf(basis)}>
                          {say(yearText.entry)}
                          {basis.seq}
                          {say(yearText.entryOf)}
                        </Link>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scroll>
      )}
    </Card>
  );
}
