// Works and what follows: milestones with their days, money by contract, problems and changes, warranty by part.
import type { ProjectView } from '../../api/project-view.ts';
import { printExact, shareOf } from '../../figures/amounts.ts';
import { printDate } from '../../figures/dates.ts';
import { titleOfField } from '../../text/fields.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { projectText } from '../../text/project.ts';
import { titleOfWord } from '../../text/values.ts';
import { worksText } from '../../text/works.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { Scroll } from '../parts/scroll.tsx';
import './works-panel.css';

export function WorksPanel({ project }: { project: ProjectView }) {
  const say = useSay();
  const language = useLanguage();
  const { works, funding } = project;
  const milestones = [
    { title: worksText.started, on: works.startedOn },
    { title: worksText.platform, on: works.sitePlatform?.establishedOn },
    { title: worksText.trackingAudit, on: works.trackingAudit?.engagedOn },
    { title: worksText.completed, on: works.completedOn },
    { title: worksText.acceptance, on: works.acceptance?.acceptedOn },
    { title: worksText.fire, on: works.fireFiling?.on },
    { title: worksText.filing, on: works.completionFiling?.filedOn },
    { title: worksText.finalAccounts, on: funding.finalAccounts?.approvedOn },
    { title: worksText.settlement, on: funding.settlement?.completedOn ?? funding.settlement?.settledOn },
    { title: worksText.archive, on: works.archive?.archivedOn },
    { title: worksText.handover, on: works.handover?.handedOverOn },
    { title: worksText.management, on: works.management?.setOn },
  ];
  const unresolved = works.problems.filter(({ resolvedOn }) => resolvedOn === undefined);
  return (
    <Card title={say(projectText.works)} clause="二(三)6" id="works">
      <ul className="miles">
        {milestones.map(({ title, on }) => (
          <li key={title.en} className={on ? 'done' : ''}>
            <b>{say(title)}</b>
            <span className="num">{on ? printDate(on, language) : say(worksText.open)}</span>
          </li>
        ))}
      </ul>
      {works.residentSupervisors && (
        <p className="t2">
          {say(worksText.supervisors)} {works.residentSupervisors.count} {say(worksText.persons)}
        </p>
      )}
      <Contracts project={project} />
      {works.problems.length > 0 && (
        <p className={unresolved.length > 0 ? 'say warn' : 'say ok'}>
          {say(worksText.problems)} {works.problems.length} · {say(worksText.unresolved)} {unresolved.length}
        </p>
      )}
      {works.changeOrders.length > 0 && (
        <p className="say plain">
          {say(worksText.changes)} {works.changeOrders.length}
        </p>
      )}
      {works.acceptance && (
        <>
          <h3 className="sub">{say(worksText.warranty)}</h3>
          <ul className="miles">
            {works.acceptance.warranties.map(({ part, endsOn, endedOn }) => (
              <li key={part} className={endedOn ? 'done' : ''}>
                <b>{say(part === 'OTHER' ? titleOfWord(part) : titleOfField(part))}</b>
                <span className="num">{printDate(endsOn, language)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Contracts({ project: { approvals, works } }: { project: ProjectView }) {
  const say = useSay();
  if (approvals.tender === undefined) return null;
  return (
    <Scroll>
      <table className="plain">
        <caption className="sr">{say(worksText.contracts)}</caption>
        <Columns
          titles={[worksText.contract, worksText.price, worksText.paid, worksText.share]}
          figures={[worksText.price, worksText.paid, worksText.share]}
        />
        <tbody>
          {approvals.tender.contracts.map(({ contractNo, type, price }) => {
            const paid = works.paid[contractNo] ?? '0.00';
            return (
              <tr key={contractNo}>
                <td>
                  {contractNo} <span className="muted">{say(titleOfWord(type))}</span>
                </td>
                <td className="n">{printExact(price)}</td>
                <td className="n">{printExact(paid)}</td>
                <td className="n">{shareOf(paid, price).toFixed(2)}%</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
