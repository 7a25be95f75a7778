// What runs for a project, and which acts of people it waits for since when: names of executions and acts, nothing of the case.
import { table as actTitles } from 'virtual:act-titles';
import type { Bilingual } from '../../../domain/bilingual.ts';
import { isActName } from '../../../domain/projects/act-names.ts';
import { printMoment } from '../../figures/dates.ts';
import type { Engine } from '../../sentences/engine.ts';
import { byNumberText } from '../../text/by-number.ts';
import { useSay } from '../../text/language.ts';
import { Columns } from '../parts/columns.tsx';
import { Scroll } from '../parts/scroll.tsx';

export const titleOfWait = (act: string): Bilingual => (isActName(act) ? actTitles[act].title : { zh: act, en: act });

const COLUMNS = [byNumberText.waitsFor, byNumberText.waitingSince, byNumberText.execution] as const;

export function EngineState({ engine: { executions, waits } }: { engine: Engine }) {
  const say = useSay();
  return (
    <>
      {executions.map(({ execution, startedAt }) => (
        <p key={execution} className="t2">
          {say(byNumberText.running)} <code>{execution}</code> · {say(byNumberText.since)} {printMoment(startedAt)}
        </p>
      ))}
      {waits.length === 0 ? (
        <p className="muted">{say(byNumberText.nobody)}</p>
      ) : (
        <Scroll>
          <table className="plain stacked">
            <Columns titles={COLUMNS} />
            <tbody>
              {waits.map(({ act, execution, openedAt }) => (
                <tr key={`${act} ${execution}`}>
                  <td>{say(titleOfWait(act))}</td>
                  <td className="num t2">{printMoment(openedAt)}</td>
                  <td>
                    <code>{execution}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  );
}
