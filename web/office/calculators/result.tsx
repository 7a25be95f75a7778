// The answer of each calculator: a sentence, then the figures that belong to it.
import type { ReactNode } from 'react';
import type { Bilingual } from '../../../domain/bilingual.ts';
import type { BallotOutput } from '../../../domain/calculators/ballot.ts';
import type { EligibilityOutput } from '../../../domain/calculators/eligibility.ts';
import type { FundingOutput } from '../../../domain/calculators/funding.ts';
import type { PublicityOutput } from '../../../domain/calculators/publicity.ts';
import type { SettlementOutput } from '../../../domain/calculators/settlement.ts';
import type { TenderOutput } from '../../../domain/calculators/tender.ts';
import { type Draft, fieldOf } from '../../acts/draft.ts';
import { printExact } from '../../figures/amounts.ts';
import {
  ballotSentence,
  eligibilitySentence,
  fundingSentence,
  publicitySentence,
  settlementSentence,
  tenderSentence,
} from '../../sentences/calculators.ts';
import type { Sentence } from '../../sentences/sentence.ts';
import { calculatorText } from '../../text/calculators.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { titleOfWord } from '../../text/values.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { DayStrip } from '../parts/day-strip.tsx';
import { late } from '../parts/late.tsx';
import { MajorityMeters } from '../parts/majority-meters.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Scroll } from '../parts/scroll.tsx';

// Nothing of it is seen before the chart is there, which comes late itself.
const FundingSweep = late(() => import('./funding-sweep.tsx').then(({ FundingSweep }) => FundingSweep));

export type Calculated = { readonly facts: Draft } & (
  | { readonly name: 'ballot'; readonly output: BallotOutput }
  | { readonly name: 'funding'; readonly output: FundingOutput }
  | { readonly name: 'settlement'; readonly output: SettlementOutput }
  | { readonly name: 'publicity'; readonly output: PublicityOutput }
  | { readonly name: 'eligibility'; readonly output: EligibilityOutput }
  | { readonly name: 'tender'; readonly output: TenderOutput }
);

export function CalculatorResult({ answer }: { answer: Calculated | undefined }) {
  const say = useSay();
  const language = useLanguage();
  if (answer === undefined) return <PageHead sentence={[say(calculatorText.incomplete)]} />;
  switch (answer.name) {
    case 'ballot':
      return (
        <Shown sentence={ballotSentence(answer.output, language)}>
          <MajorityMeters {...answer.output} />
        </Shown>
      );
    case 'funding':
      return (
        <Shown sentence={fundingSentence(answer.output, language)} title={calculatorText.resultInYuan}>
          <FundingFigures output={answer.output} />
          <FundingSweep facts={answer.facts} />
        </Shown>
      );
    case 'settlement':
      return (
        <Shown sentence={settlementSentence(answer.output, language)} title={calculatorText.resultInYuan}>
          <SettlementFigures output={answer.output} />
        </Shown>
      );
    case 'publicity':
      return (
        <Shown sentence={publicitySentence(answer.output, language)}>
          <PublicityFigures output={answer.output} facts={answer.facts} />
        </Shown>
      );
    case 'eligibility':
      return (
        <Shown sentence={eligibilitySentence(answer.output, language)}>
          {answer.output.overridable && <p className="say plain">{say(calculatorText.overridable)}</p>}
        </Shown>
      );
    case 'tender':
      return (
        <Shown sentence={tenderSentence(answer.output, language)}>
          <TenderFigures output={answer.output} />
        </Shown>
      );
  }
}

interface ShownProps {
  readonly sentence: Sentence;
  readonly title?: Bilingual;
  readonly children: ReactNode;
}

function Shown({ sentence, title = calculatorText.result, children }: ShownProps) {
  const say = useSay();
  return (
    <div className="calc-answer" role="status">
      <PageHead sentence={sentence} />
      {children && <Card title={say(title)}>{children}</Card>}
    </div>
  );
}

function FundingFigures({ output }: { output: FundingOutput }) {
  const say = useSay();
  const lines = [
    { title: calculatorText.total, amount: output.total, tone: '' },
    { title: calculatorText.selfRaised, amount: output.selfRaised, tone: '' },
    { title: calculatorText.base, amount: output.subsidyBase, tone: 'b' },
    { title: calculatorText.perSquareMetre, amount: output.perSquareMetre, tone: '' },
    { title: calculatorText.subsidy, amount: output.subsidy, tone: 'g' },
    { title: calculatorText.excess, amount: output.excess, tone: 'e' },
    { title: calculatorText.residents, amount: output.residents, tone: 'b' },
  ];
  return (
    <dl className="flow num">
      {lines.map(({ title, amount, tone }) => [
        <dt key={title.en} className={tone}>
          {say(title)}
        </dt>,
        <dd key={`${title.en} amount`} className={tone}>
          {printExact(amount)}
        </dd>,
      ])}
    </dl>
  );
}

const SHARES_SHOWN = 400;

function SettlementFigures({ output: { due, delta, shares } }: { output: SettlementOutput }) {
  const say = useSay();
  return (
    <>
      <dl className="flow num">
        <dt>{say(calculatorText.due)}</dt>
        <dd>{printExact(due)}</dd>
        <dt className="b">{say(calculatorText.delta)}</dt>
        <dd className="b">{printExact(delta)}</dd>
      </dl>
      {shares && (
        <Scroll>
          <table className="plain">
            <Columns titles={[calculatorText.unit, calculatorText.amount]} figures={[calculatorText.amount]} />
            <tbody>
              {shares.slice(0, SHARES_SHOWN).map(({ unit, amount }) => (
                <tr key={unit}>
                  <td>{unit}</td>
                  <td className="n">{printExact(amount)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  );
}

function PublicityFigures({ output, facts }: { output: PublicityOutput; facts: Draft }) {
  const postedOn = String(fieldOf(facts, 'postedOn') ?? '');
  if (output.status === 'FIXED') {
    return <DayStrip postedOn={postedOn} endsOn={output.endsOn} opensOn={output.opensAt.slice(0, 10)} />;
  }
  return <DayStrip postedOn={postedOn} endsOn={output.provisionalEndsOn} opensOn={undefined} />;
}

function TenderFigures({ output: { perContract } }: { output: TenderOutput }) {
  const say = useSay();
  return (
    <Scroll>
      <table className="plain stacked">
        <Columns
          titles={[calculatorText.contract, calculatorText.amount, calculatorText.threshold, calculatorText.route]}
          figures={[calculatorText.amount, calculatorText.threshold]}
        />
        <tbody>
          {perContract.map(({ type, amount, threshold, route }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two contracts may be alike in everything
            <tr key={index}>
              <td>{say(titleOfWord(type))}</td>
              <td className="n">{printExact(amount)}</td>
              <td className="n">{printExact(threshold)}</td>
              <td>
                <span className={route === 'OPEN_TENDER' ? 'tag warn' : 'tag ok'}>
                  {say(route === 'SMALL_WORKS' && type !== 'WORKS' ? calculatorText.below : titleOfWord(route))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
