// The money of a project: what has arrived by channel, the four categories, the cap, and what a dearer or cheaper
// building would mean. Figures come from the ledger; nothing is computed here that a rule decides.

import type { Category } from '../../../domain/policy/parameters/local.ts';
import type { RenovationPlan } from '../../../domain/projects/consent/record.ts';
import type { LedgerView, ProjectView } from '../../api/project-view.ts';
import { minus, plus, printExact, printParts, printRate, shareOf } from '../../figures/amounts.ts';
import { Link } from '../../navigation/address.tsx';
import { useSay } from '../../text/language.ts';
import { projectText } from '../../text/project.ts';
import { unitText } from '../../text/units.ts';
import { titleOfWord } from '../../text/values.ts';
import { Card } from '../parts/card.tsx';
import { Clause } from '../parts/clause.tsx';
import { Columns } from '../parts/columns.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { SettlementPreview } from './settlement-preview.tsx';
import './money-panel.css';

export function MoneyPanel({ project, ledger }: { project: ProjectView; ledger: LedgerView | undefined }) {
  const say = useSay();
  const { consent, funding } = project;
  if (consent.plan === undefined) return null;
  const { plan } = consent;
  return (
    <Card
      title={say(projectText.money)}
      clause="三(三)1"
      note={say(funding.finalAccounts?.approvedOn ? projectText.audited : projectText.estimate)}
      id="money"
      aside={<Link href={calculatorOf(plan)}>{say(projectText.calculate)}</Link>}
    >
      {funding.account ? <Arrival project={project} /> : <p className="say plain">{say(projectText.noAccount)}</p>}
      <div className="m2">
        <Categories plan={plan} ledger={ledger} />
        <Flow plan={plan} />
      </div>
      <WhoPays plan={plan} />
      <SettlementPreview plan={plan} />
      {funding.reservation && (
        <p className="say ok">
          {say(projectText.reservation)} {funding.reservation.budgetYear} · {printExact(funding.reservation.amount)}{' '}
          {say(unitText.yuan)}
        </p>
      )}
    </Card>
  );
}

const CATEGORIES: readonly Category[] = ['MANDATORY', 'BASIC', 'IMPROVEMENT', 'UPGRADE'];

/** The same figures as a what-if that can be sent as a link. */
function calculatorOf({ direct, otherCosts, contingency, titleArea }: RenovationPlan): string {
  const facts = new URLSearchParams({
    'direct.mandatory': direct.MANDATORY,
    'direct.basic': direct.BASIC,
    'direct.improvement': direct.IMPROVEMENT,
    'direct.upgrade': direct.UPGRADE,
    otherCosts,
    contingency,
    areaByPropertyRight: titleArea,
  });
  return `/calculators/funding?${facts}`;
}

function Arrival({ project: { funding } }: { project: ProjectView }) {
  const say = useSay();
  const { arrival, byChannel } = funding;
  if (arrival === undefined) return null;
  const channels = Object.entries(byChannel).filter(([, amount]) => amount !== '0.00');
  return (
    <div className="racebig">
      <div>
        <span className="t2">{say(projectText.arrivalRate)}</span>
        <b className={arrival.funded ? 'num full' : 'num'}>
          {arrival.arrivalRate}
          <small>%</small>
        </b>
      </div>
      <div>
        <div className="track2" aria-hidden="true">
          <span className="seg">
            {channels.map(([channel, amount], index) => (
              <i key={channel} className={`c${index}`} style={{ width: `${shareOf(amount, arrival.required)}%` }} />
            ))}
          </span>
          <u>100%</u>
        </div>
        <ul className="chn">
          {channels.map(([channel, amount], index) => (
            <li key={channel}>
              <i className={`c${index}`} />
              {say(titleOfWord(channel))} <b className="num">{printExact(amount)}</b>
            </li>
          ))}
          {!arrival.funded && (
            <li>
              <i className="gap" />
              {say(projectText.gap)} <b className="num">{printExact(arrival.missing)}</b>
            </li>
          )}
        </ul>
      </div>
    </div>
  );
}

/** Which part of a category residents pay. Amounts to the fen come to a little less or more than it. */
const SHARES_RULE = 'F-02';

interface CategoryFigures {
  readonly category: string;
  readonly investment: string;
  readonly selfRaised: string;
}

/** As the design act computed them; the plan itself keeps the sums only. */
function computedFigures(ledger: LedgerView | undefined) {
  const entry = ledger?.entries.findLast(({ act }) => act === 'submit-design');
  // The result of the act and the figures of the rule, as their own types in the domain say.
  const result = entry?.payload.result as { byCategory?: readonly CategoryFigures[] } | undefined;
  const shares = entry?.findings.find(({ rule }) => rule === SHARES_RULE)?.figures as
    | { rates?: Partial<Record<Category, string>> }
    | undefined;
  return { byCategory: result?.byCategory ?? [], rates: shares?.rates ?? {} };
}

function Categories({ plan, ledger }: { plan: RenovationPlan; ledger: LedgerView | undefined }) {
  const say = useSay();
  const { byCategory, rates } = computedFigures(ledger);
  const figures = new Map(byCategory.map((each) => [each.category, each]));
  // The same figure as in the strip of who pays, where the parts come to all of it.
  const residentsShare = payersOf(plan).find(({ title }) => title === projectText.residents)?.share ?? '0.00%';
  const direct = CATEGORIES.reduce((total, category) => plus(total, plan.direct[category]), '0');
  return (
    <Scroll>
      <table className="plain">
        <Columns
          titles={[
            projectText.category,
            projectText.share,
            projectText.directCost,
            projectText.investment,
            projectText.residents,
          ]}
          figures={[projectText.share, projectText.directCost, projectText.investment, projectText.residents]}
        />
        <tbody>
          {CATEGORIES.map((category) => {
            const { investment = '0.00', selfRaised = '0.00' } = figures.get(category) ?? {};
            const rate = rates[category];
            return (
              <tr key={category}>
                <td>{say(titleOfWord(category))}</td>
                <td className="n">{rate === undefined ? '—' : printRate(rate)}</td>
                <td className="n">{printExact(plan.direct[category])}</td>
                <td className="n">{printExact(investment)}</td>
                <td className="n">{printExact(selfRaised)}</td>
              </tr>
            );
          })}
          <tr className="sum">
            <td>{say(projectText.sum)}</td>
            <td className="n">{residentsShare}</td>
            <td className="n">{printExact(direct)}</td>
            <td className="n">{printExact(plan.funding.total)}</td>
            <td className="n">{printExact(plan.funding.selfRaised)}</td>
          </tr>
        </tbody>
      </table>
    </Scroll>
  );
}

function Flow({ plan: { funding } }: { plan: RenovationPlan }) {
  const say = useSay();
  return (
    <dl className="flow num">
      <dt>{say(projectText.total)}</dt>
      <dd>{printExact(funding.total)}</dd>
      <dt>{say(projectText.selfRaised)}</dt>
      <dd>{printExact(funding.selfRaised)}</dd>
      <dt className="b">{say(projectText.base)}</dt>
      <dd className="b">{printExact(funding.subsidyBase)}</dd>
      <dt className="g">
        {say(projectText.subsidy)} <Clause clause="三(三)1" />
      </dt>
      <dd className="g">{printExact(funding.subsidy)}</dd>
      <dt className="e">{say(projectText.excess)}</dt>
      <dd className="e">{printExact(funding.excess)}</dd>
      <dt className="b">{say(projectText.residentsTotal)}</dt>
      <dd className="b">{printExact(funding.residents)}</dd>
    </dl>
  );
}

/** Narrower than its own figure. */
const NARROW = 18;

/** Whose part of the total is how much, in percent that come to a hundred. */
function payersOf({ funding }: RenovationPlan) {
  const parts = [
    { title: projectText.subsidy, amount: funding.subsidy, colour: '#17458F' },
    { title: projectText.residents, amount: minus(funding.residents, funding.excess), colour: '#11705A' },
    { title: projectText.excess, amount: funding.excess, colour: '#8A5200' },
  ].filter(({ amount }) => amount !== '0.00');
  const shares = printParts(parts.map(({ amount }) => amount));
  return parts.map((part, index) => ({ ...part, share: shares[index] ?? '' }));
}

function WhoPays({ plan }: { plan: RenovationPlan }) {
  const say = useSay();
  const payers = payersOf(plan);
  return (
    <>
      <h3 className="sub">{say(projectText.whoPays)}</h3>
      <p className="split num" aria-hidden="true">
        {payers.map(({ title, amount, colour, share }) => {
          const width = shareOf(amount, plan.funding.total);
          return (
            <i key={title.en} style={{ flex: width, background: colour }}>
              {width > NARROW && share}
            </i>
          );
        })}
      </p>
      <ul className="chn">
        {payers.map(({ title, amount, colour, share }) => (
          <li key={title.en}>
            <i style={{ background: colour }} />
            {say(title)} <b className="num">{printExact(amount)}</b> <span className="num">{share}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
