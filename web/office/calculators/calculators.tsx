// The rules on given facts: facts at the left and in the address, the answer at the right, findings below. No login.
import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CalculatorName } from '../../acts/act-tables.ts';
import { type Draft, filledIn } from '../../acts/draft.ts';
import { draftOf, queryOf } from '../../acts/facts-in-address.ts';
import type { FormSchema } from '../../acts/form-schema.ts';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/request.ts';
import { replaceQuery, useQuery } from '../../navigation/address.tsx';
import { calculatorText } from '../../text/calculators.ts';
import { useSay } from '../../text/language.ts';
import { Card } from '../parts/card.tsx';
import { FindingList, type ShownFinding } from '../parts/finding-list.tsx';
import { type BesideProps, FormFields } from '../parts/form-fields.tsx';
import { late } from '../parts/late.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { useToday } from '../parts/today.ts';
import { exampleOf } from './examples.ts';
import { type Calculated, CalculatorResult } from './result.tsx';
import { hasSlider } from './slide.ts';
import '../acts/form.css';
import './calculators.css';

// Drawn when there is an answer: what draws codes would take the first load over its budget.
const ComparePacks = late(() => import('./compare-packs.tsx').then(({ ComparePacks }) => ComparePacks));
const PrintOut = late(() => import('./print-out.tsx').then(({ PrintOut }) => PrintOut));

const Slider = late(
  () => import('./slider.tsx').then(({ Slider }) => Slider),
  () => <span className="slide" />,
);
/** Beside numbers: a field may be slid as well as typed, and what is typed stays as it is. */
function SliderBesideNumber(beside: BesideProps) {
  return hasSlider(beside.schema, beside.name, beside.siblings) && <Slider {...beside} />;
}
const WITH_SLIDERS = { Beside: SliderBesideNumber };

const NAMES: readonly CalculatorName[] = ['ballot', 'funding', 'settlement', 'publicity', 'eligibility', 'tender'];

export function Calculators({ chosen }: { chosen: string | undefined }) {
  const say = useSay();
  const name = NAMES.find((each) => each === chosen) ?? 'ballot';
  return (
    <>
      <Tabs
        label={say(calculatorText.title)}
        tabs={NAMES.map((each) => ({ href: `/calculators/${each}`, title: calculatorText[each] }))}
        chosen={`/calculators/${name}`}
      />
      <Calculator key={name} name={name} />
    </>
  );
}

const TYPED_OUT = 250;

function Calculator({ name }: { name: CalculatorName }) {
  const say = useSay();
  const query = useQuery();
  const today = useToday();
  const [schema, setSchema] = useState<FormSchema>();
  const [answer, setAnswer] = useState<Calculated>();
  const [problem, setProblem] = useState<Problem>();
  // What is opened is answered at once; only typing is waited out.
  const answered = useRef(false);
  useEffect(() => {
    void import('virtual:calculator-forms').then(({ table }) => setSchema(table[name]));
  }, [name]);
  const asked = query.toString();
  const facts: Draft = useMemo(
    () => draftOf(new URLSearchParams(asked)) ?? (today && exampleOf(name, today)),
    [asked, name, today],
  );

  useEffect(() => {
    if (schema === undefined || facts === undefined) return;
    const calculating = setTimeout(
      async () => {
        const calculated = await send<Calculated['output']>(`/api/calculators/${name}`, filledIn(schema, facts));
        setProblem(calculated.ok ? undefined : calculated.problem);
        // The answer of this calculator, by the schema of its route.
        setAnswer(calculated.ok ? ({ name, output: calculated.value, facts } as Calculated) : undefined);
        answered.current = true;
      },
      answered.current ? TYPED_OUT : 0,
    );
    return () => clearTimeout(calculating);
  }, [schema, facts, name]);

  return (
    <>
      <CalculatorResult answer={answer} />
      <div className="calc">
        <Card
          title={say(calculatorText.facts)}
          aside={
            <Button size="small" onClick={() => replaceQuery(new URLSearchParams())}>
              {say(calculatorText.example)}
            </Button>
          }
        >
          <div className="act-form">
            {schema && (
              <FormFields
                schema={schema}
                pointer=""
                value={facts}
                problems={problem?.fields ?? []}
                context={WITH_SLIDERS}
                onChange={(changed) => replaceQuery(queryOf(changed))}
              />
            )}
          </div>
          <p className="fine">
            {say(calculatorText.notStored)}
            {say(calculatorText.stop)}
            {say(calculatorText.link)}
          </p>
        </Card>
        <div className="grid">
          <Card title={say(calculatorText.findings)}>
            {problem && problem.code !== 'MALFORMED' && <ProblemLine problem={problem} />}
            {answer === undefined ? (
              <p className="muted">{say(calculatorText.incomplete)}</p>
            ) : (
              <FindingList findings={answer.output.findings as readonly ShownFinding[]} />
            )}
          </Card>
          {name === 'funding' && answer !== undefined && schema && <ComparePacks schema={schema} facts={facts} />}
        </div>
      </div>
      {answer !== undefined && <PrintOut name={name} facts={answer.facts} />}
    </>
  );
}
