// What a calculation on paper ends with: that nothing was stored, and the code of the same facts. The paper goes to somebody
// else: it carries the address that the installation is set up with, not the one that this page happens to be open at.
import { Button } from 'antd';
import type { CalculatorName } from '../../acts/act-tables.ts';
import type { Draft } from '../../acts/draft.ts';
import { queryOf } from '../../acts/facts-in-address.ts';
import { calculatorText } from '../../text/calculators.ts';
import { codeText } from '../../text/codes.ts';
import { useSay } from '../../text/language.ts';
import { AddressCode } from '../parts/address-code.tsx';

/** Of this machine alone: on paper it leads nobody anywhere. */
const OWN_NAME = /^(?:localhost|127\.[\d.]+|\[::1\])$/;

function originOnPaper(): string | undefined {
  const setUp = document.querySelector<HTMLMetaElement>('meta[name="jiugai-origin"]')?.content;
  return setUp || (OWN_NAME.test(location.hostname) ? undefined : location.origin);
}

/** The example stands in no address: it is written out, so that the paper means the same facts next year. */
export function PrintOut({ name, facts }: { readonly name: CalculatorName; readonly facts: Draft }) {
  const say = useSay();
  const origin = originOnPaper();
  const address = origin && `${origin}/calculators/${name}?${queryOf(facts)}`;
  return (
    <>
      <p className="calc-print">
        <Button onClick={() => print()}>{say(address ? codeText.printWithCode : codeText.printSheet)}</Button>
        {address === undefined && <small className="muted"> {say(codeText.notOnPaper)}</small>}
      </p>
      <section className="print-out" aria-label={say(calculatorText.notStored)}>
        {address && <AddressCode address={address} what={say(codeText.sameFacts)} />}
        <p>
          <b>{say(calculatorText.notStored)}</b>
          {address && (
            <>
              <br />
              {say(codeText.sameFacts)}
              <br />
              <small>{address}</small>
            </>
          )}
        </p>
      </section>
    </>
  );
}
