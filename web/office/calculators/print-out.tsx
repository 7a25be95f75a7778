// What a calculation on paper ends with: that nothing was stored, and the code of the same facts.
import { Button } from 'antd';
import type { CalculatorName } from '../../acts/act-tables.ts';
import type { Draft } from '../../acts/draft.ts';
import { queryOf } from '../../acts/facts-in-address.ts';
import { calculatorText } from '../../text/calculators.ts';
import { codeText } from '../../text/codes.ts';
import { useSay } from '../../text/language.ts';
import { AddressCode } from '../parts/address-code.tsx';

/** The example stands in no address: it is written out, so that the paper means the same facts next year. */
export function PrintOut({ name, facts }: { readonly name: CalculatorName; readonly facts: Draft }) {
  const say = useSay();
  const address = `${location.origin}/calculators/${name}?${queryOf(facts)}`;
  return (
    <>
      <p className="calc-print">
        <Button onClick={() => print()}>{say(codeText.printWithCode)}</Button>
      </p>
      <section className="print-out" aria-label={say(codeText.sameFacts)}>
        <AddressCode address={address} what={say(codeText.sameFacts)} />
        <p>
          <b>{say(calculatorText.notStored)}</b>
          <br />
          {say(codeText.sameFacts)}
          <br />
          <small>{address}</small>
        </p>
      </section>
    </>
  );
}
