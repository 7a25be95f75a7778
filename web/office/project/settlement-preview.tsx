// 多退少补 before the fact: what five per cent less or more would mean, by the calculator of the real rule.
import { useEffect, useState } from 'react';
import type { SettlementOutput } from '../../../domain/calculators/settlement.ts';
import type { RenovationPlan } from '../../../domain/projects/consent/record.ts';
import { send } from '../../api/request.ts';
import { fenOf, printExact, yuanOf } from '../../figures/amounts.ts';
import { useSay } from '../../text/language.ts';
import { projectText } from '../../text/project.ts';
import { Clause } from '../parts/clause.tsx';
import { Columns } from '../parts/columns.tsx';
import { Scroll } from '../parts/scroll.tsx';

const CHANGES = [
  { title: projectText.minus5, percent: 95n },
  { title: projectText.same, percent: 100n },
  { title: projectText.plus5, percent: 105n },
] as const;

const scaled = (amount: string, percent: bigint): string => yuanOf((fenOf(amount) * percent + 50n) / 100n);

function finalAt({ direct, otherCosts, contingency, titleArea, funding }: RenovationPlan, percent: bigint) {
  return {
    paid: funding.residents,
    final: {
      direct: {
        mandatory: scaled(direct.MANDATORY, percent),
        basic: scaled(direct.BASIC, percent),
        improvement: scaled(direct.IMPROVEMENT, percent),
        upgrade: scaled(direct.UPGRADE, percent),
      },
      otherCosts: scaled(otherCosts, percent),
      contingency: scaled(contingency, percent),
      areaByPropertyRight: titleArea,
    },
  };
}

const DIRECTIONS = {
  REFUND: { title: projectText.refund, tone: 'ok' },
  COLLECT: { title: projectText.collect, tone: 'warn' },
  NONE: { title: projectText.none, tone: '' },
} as const;

export function SettlementPreview({ plan }: { plan: RenovationPlan }) {
  const say = useSay();
  const [settled, setSettled] = useState<readonly (SettlementOutput | undefined)[]>([]);
  const { document, version } = plan;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a plan is one paper in one version; its figures never change
  useEffect(() => {
    void Promise.all(
      CHANGES.map(async ({ percent }) => {
        const answer = await send<SettlementOutput>('/api/calculators/settlement', finalAt(plan, percent));
        return answer.ok ? answer.value : undefined;
      }),
    ).then(setSettled);
  }, [document, version]);
  return (
    <>
      <h3 className="sub">
        {say(projectText.preview)} <Clause clause="二(三)4" />
      </h3>
      <Scroll>
        <table className="plain">
          <Columns
            titles={[projectText.finalCost, projectText.residentsDue, projectText.against, projectText.result]}
            figures={[projectText.residentsDue, projectText.against]}
          />
          <tbody>
            {CHANGES.map(({ title }, index) => {
              const result = settled[index];
              const { title: direction, tone } = DIRECTIONS[result?.direction ?? 'NONE'];
              return (
                <tr key={title.en}>
                  <td>{say(title)}</td>
                  <td className="n">{result ? printExact(result.due) : '—'}</td>
                  <td className="n">{result ? printExact(result.delta) : '—'}</td>
                  <td>{result && <span className={`tag ${tone}`}>{say(direction)}</span>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
