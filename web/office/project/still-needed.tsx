// While a ballot is open: how far the confirmed sheets have come, and in which building the missing votes are.
import { many } from '../../../domain/bilingual.ts';
import type { StillNeeded as Counted } from '../../../domain/paper/filing/still-needed.ts';
import { useReading } from '../../api/use-reading.ts';
import { plus, printExact, printShare } from '../../figures/amounts.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { projectText } from '../../text/project.ts';
import { MajorityMeters } from '../parts/majority-meters.tsx';
import { Scroll } from '../parts/scroll.tsx';
import './still-needed.css';

interface StillNeeded extends Counted {
  readonly unconfirmed: number;
}

const FIRST = 2;

export function StillNeededPanel({ projectId, rollHash }: { projectId: string; rollHash: string }) {
  const say = useSay();
  const zh = useLanguage() === 'zh';
  const named = (building: string) => (zh ? `${building.replace(/幢$/, '')} 幢` : `Building ${building}`);
  const counted = (units: number) => (zh ? `${units} 户` : many(units, 'household'));
  const { value } = useReading<StillNeeded>(`/api/projects/${projectId}/sheets/still-needed?rollHash=${rollHash}`);
  if (value === undefined) return <p className="say warn">{say(projectText.voting)}</p>;
  const { households, area, unconfirmed } = value;
  const buildings = value.buildings.toSorted((a, b) => b.notReturned - a.notReturned);
  const most = buildings.slice(0, FIRST).filter(({ notReturned }) => notReturned > 0);
  return (
    <>
      <MajorityMeters
        households={{ ...households, total: buildings.reduce((total, { units }) => total + units, 0) }}
        area={{ ...area, total: buildings.reduce((total, each) => plus(total, each.area), '0') }}
      />
      {most.length > 0 && (
        <p className="say warn">
          <span>
            {say(projectText.goFirst)}{' '}
            {most
              .map(({ building, notReturned }) =>
                zh ? `${named(building)}（${counted(notReturned)}）` : `${named(building)} (${counted(notReturned)})`,
              )
              .join(zh ? '、' : ', ')}
            {unconfirmed > 0 &&
              ` · ${unconfirmed} ${say(unconfirmed === 1 ? projectText.oneUnconfirmed : projectText.unconfirmed)}`}
          </span>
        </p>
      )}
      <Scroll>
        <table className="plain bt">
          <thead>
            <tr>
              <th scope="col">{say(projectText.buildingColumn)}</th>
              <th scope="col">{say(projectText.building)}</th>
              <th scope="col" className="n">
                {say(projectText.agreed)}
              </th>
              <th scope="col" className="n">
                {say(projectText.notReturned)}
              </th>
              <th scope="col" className="n">
                {say(projectText.areaAgreed)}
              </th>
              <th scope="col" className="n">
                {say(projectText.ofBuilding)}
              </th>
            </tr>
          </thead>
          <tbody>
            {buildings.map(({ building, units, agreed, notReturned, area: whole, areaAgreed }) => (
              <tr key={building}>
                <td>
                  {named(building)} <span className="muted num">{counted(units)}</span>
                </td>
                <td>
                  <span className="st" aria-hidden="true">
                    <i className="y" style={{ flex: agreed }} />
                    <i className="n" style={{ flex: units - agreed - notReturned }} />
                    <i className="u" style={{ flex: notReturned }} />
                  </span>
                </td>
                <td className="n">{agreed}</td>
                <td className="n">
                  <b>{notReturned}</b>
                </td>
                <td className="n">{printExact(areaAgreed)}</td>
                <td className="n of">
                  <span>
                    {agreed}/{counted(units)} <b>{printShare(String(agreed), String(units))}</b>
                  </span>
                  <span>
                    {printExact(areaAgreed)}/{printExact(whole)} ㎡ <b>{printShare(areaAgreed, whole)}</b>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
