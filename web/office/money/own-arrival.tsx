// How much of the residents' own money has arrived, for communities and bodies: the rate of each of their neighbourhoods, and
// nothing of accounts or of the budget.
import type * as z from 'zod';
import type { projectListSchema } from '../../../domain/api.ts';
import { titleOfState } from '../../../domain/projects/states.ts';
import { useReading } from '../../api/use-reading.ts';
import { Link } from '../../navigation/address.tsx';
import { ownArrivalSentence } from '../../sentences/money.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { moneyText } from '../../text/money.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';
import { Scroll } from '../parts/scroll.tsx';

type ProjectList = z.output<typeof projectListSchema>;

const PATH = '/api/projects';
/** Percent, rounded down: nothing is missing. */
const WHOLE = 100;

export function OwnArrival() {
  const say = useSay();
  const language = useLanguage();
  const reading = useReading<ProjectList>(PATH);
  return (
    <Region reading={reading} path={PATH} height={200}>
      {({ projects, cursor }) => {
        const collecting = projects.flatMap(({ arrivalRate, ...project }) =>
          arrivalRate === undefined ? [] : [{ ...project, arrivalRate }],
        );
        const funded = collecting.filter(({ arrivalRate }) => Number(arrivalRate) >= WHOLE).length;
        return (
          <>
            <PageHead
              sentence={ownArrivalSentence({ all: collecting.length, funded }, language)}
              lead={say(moneyText.ownLead)}
            />
            {collecting.length > 0 && (
              <div className="grid">
                <Card title={say(moneyText.ownRates)} note={collecting.length} clause="二(三)4">
                  <Scroll>
                    <table className="plain">
                      <Columns
                        titles={[moneyText.neighbourhood, moneyText.rate, moneyText.state]}
                        figures={[moneyText.rate]}
                      />
                      <tbody>
                        {collecting.map(({ projectId, name, arrivalRate, state }) => (
                          <tr key={projectId}>
                            <td>
                              <Link href={`/projects/${projectId}#money`}>{name}</Link>{' '}
                              <span className="muted num">{projectId}</span>
                            </td>
                            <td className="n">
                              <b>{arrivalRate}%</b>
                            </td>
                            <td className="t2">{say(titleOfState(state))}</td>
                          </tr>
                        ))}
                      </tbody>
                    </table>
                  </Scroll>
                </Card>
              </div>
            )}
            {cursor !== undefined && (
              <p>
                <Link href="/projects">{say(moneyText.allAccounts)}</Link>
              </p>
            )}
          </>
        );
      }}
    </Region>
  );
}
