// The same facts under every rule pack side by side; what a pack makes otherwise is marked.
import { useEffect, useState } from 'react';
import type { FundingOutput } from '../../../domain/calculators/funding.ts';
import { type Draft, fieldOf, filledIn } from '../../acts/draft.ts';
import type { FormSchema } from '../../acts/form-schema.ts';
import { send } from '../../api/request.ts';
import { printExact } from '../../figures/amounts.ts';
import { calculatorText } from '../../text/calculators.ts';
import { useSay } from '../../text/language.ts';
import { titleOfWord } from '../../text/values.ts';
import { Card } from '../parts/card.tsx';
import { Scroll } from '../parts/scroll.tsx';

const LINES = [
  { title: calculatorText.selfRaised, of: 'selfRaised' },
  { title: calculatorText.base, of: 'subsidyBase' },
  { title: calculatorText.subsidy, of: 'subsidy' },
  { title: calculatorText.excess, of: 'excess' },
  { title: calculatorText.residents, of: 'residents' },
] as const satisfies readonly { of: keyof FundingOutput; title: unknown }[];

interface UnderPack {
  readonly pack: string;
  /** Absent where the pack refuses the facts. */
  readonly output?: FundingOutput;
}

const NO_PACKS: readonly string[] = [];

export function ComparePacks({ schema, facts }: { schema: FormSchema; facts: Draft }) {
  const say = useSay();
  const [answers, setAnswers] = useState<readonly UnderPack[]>([]);
  const packs = schema.properties?.pack?.enum ?? NO_PACKS;
  useEffect(() => {
    let current = true;
    void Promise.all(
      packs.map(async (pack): Promise<UnderPack> => {
        const answer = await send<FundingOutput>('/api/calculators/funding', {
          ...Object(filledIn(schema, facts)),
          pack,
        });
        return { pack, ...(answer.ok && { output: answer.value }) };
      }),
    ).then((all) => {
      if (current) setAnswers(all);
    });
    return () => {
      current = false;
    };
  }, [schema, facts, packs]);
  const chosen = String(fieldOf(facts, 'pack') ?? packs[0]);
  const base = answers.find(({ pack }) => pack === chosen)?.output;
  if (answers.length < 2) return null;
  return (
    <Card title={say(calculatorText.packs)} note={say(calculatorText.packsNote)}>
      <Scroll>
        <table className="plain packs">
          <thead>
            <tr>
              <th scope="col">{say(calculatorText.result)}</th>
              {answers.map(({ pack }) => (
                <th scope="col" className="n" key={pack}>
                  {say(titleOfWord(pack))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {LINES.map(({ title, of }) => (
              <tr key={of}>
                <th scope="row">{say(title)}</th>
                {answers.map(({ pack, output }) => (
                  <td className="n" key={pack}>
                    {output === undefined ? '—' : printExact(output[of])}{' '}
                    {output && base && output[of] !== base[of] && (
                      <span className="tag warn">{say(calculatorText.otherwise)}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Card>
  );
}
