// The code of an address, drawn as one path: a phone that is held to the paper opens the page.
import { useEffect, useState } from 'react';
import { codeText } from '../../text/codes.ts';
import { useSay } from '../../text/language.ts';
import './address-code.css';

type Encode = typeof import('uqr').encode;

/** Modules of white around the code, without which phones do not find it. */
const QUIET_ZONE = 4;

/** `what`: the page behind it, in words. */
export function AddressCode({ address, what }: { readonly address: string; readonly what: string }) {
  const say = useSay();
  const [encode, setEncode] = useState<Encode>();
  useEffect(() => {
    void import('uqr').then((codes) => setEncode(() => codes.encode));
  }, []);
  if (encode === undefined) return <span className="address-code placeholder" />;
  const modules = modulesOf(encode, address);
  if (modules === undefined) return <span className="address-code fine">{say(codeText.tooLong)}</span>;
  return (
    <svg
      className="address-code"
      role="img"
      aria-label={`${say(codeText.code)} ${what}`}
      viewBox={`0 0 ${modules.length} ${modules.length}`}
      shapeRendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={modules.map(rowOf).join('')} />
    </svg>
  );
}

/** Long addresses go into a code that stands less dirt, the longest into none. */
function modulesOf(encode: Encode, address: string): readonly (readonly boolean[])[] | undefined {
  for (const ecc of ['Q', 'L'] as const) {
    try {
      return encode(address, { ecc, border: QUIET_ZONE }).data;
    } catch {
      // Does not fit: the next one holds more.
    }
  }
  return undefined;
}

const rowOf = (row: readonly boolean[], y: number): string =>
  row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('');
