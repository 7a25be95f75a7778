// Good files made bad, the same every time: bits turned, numbers made huge, parts cut, doubled, swapped and spliced with the
// words that parsers listen to.
import { between, type Random } from '../../../local/randomness.ts';

/** What the formats of the intake are made of. */
const WORDS: readonly (string | Buffer)[] = [
  ...[
    'endobj',
    'stream\n',
    'endstream',
    '/Length 9999999999',
    '/Kids[2 0 R]',
    '/Prev 0',
    '/Filter/FlateDecode',
    '<<',
    '>>',
  ],
  ...['/Encrypt 1 0 R', '/JavaScript', 'xref', 'startxref\n0', '[[[[[[[[', '((((((((', '%%EOF', '/ObjStm', '/Count -1'],
  ...['PK\u0003\u0004', 'PK\u0001\u0002', 'PK\u0005\u0006', '<!DOCTYPE x [<!ENTITY a "&a;">]>', '<c r="ZZZ99999999">'],
  ...[
    '\r\n--',
    '\r\n\r\n',
    'Content-Disposition: form-data; name="',
    '\u0000',
    '\\u0000',
    '"__proto__":',
    '1e999',
    '-0',
  ],
  ...['ffd8', 'ffda', 'ffc00011', 'ffffffff', '00000000', '7fffffff', '49492a00', '4d4d002a', '49484452', '0608'].map(
    (hex) => Buffer.from(hex, 'hex'),
  ),
];

/** `bytes` with one to eight things wrong. */
export function mutate(bytes: Buffer, random: Random): Buffer {
  let mutated: Buffer = Buffer.from(bytes);
  const wounds = 1 + at(random, 8);
  for (let wound = 0; wound < wounds; wound++)
    mutated = WOUNDS[at(random, WOUNDS.length)]?.(mutated, random) ?? mutated;
  return mutated;
}

const at = (random: Random, below: number): number => Math.floor(between(random, 0, Math.max(below, 1)));

const WOUNDS: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => {
    const place = at(random, bytes.length);
    bytes[place] = (bytes[place] ?? 0) ^ (1 << at(random, 8));
    return bytes;
  },
  (bytes, random) =>
    bytes.fill([0, 0xff, 0x7f, 0x80][at(random, 4)] ?? 0, at(random, bytes.length), at(random, bytes.length)),
  (bytes, random) => bytes.subarray(0, at(random, bytes.length)),
  (bytes, random) => bytes.subarray(at(random, Math.min(bytes.length, 64))),
  (bytes, random) => {
    const [from, to] = [at(random, bytes.length), at(random, bytes.length)].toSorted((a, b) => a - b);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to)]);
  },
  (bytes, random) => {
    const [from, to] = [at(random, bytes.length), at(random, bytes.length)].toSorted((a, b) => a - b);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, random) => splice(bytes, Buffer.from(WORDS[at(random, WORDS.length)] ?? ''), random),
  (bytes, random) => splice(bytes, Buffer.from(WORDS[at(random, WORDS.length)] ?? ''), random),
  // A number that stands as text: lengths, counts, offsets.
  (bytes, random) => {
    const text = bytes.toString('latin1');
    const numbers = [...text.matchAll(/\d+/g)];
    const number = numbers[at(random, numbers.length)];
    if (number === undefined) return bytes;
    const other = ['0', '-1', '4294967296', '99999999999999999999', '1'][at(random, 5)] ?? '';
    return Buffer.from(text.slice(0, number.index) + other + text.slice(number.index + number[0].length), 'latin1');
  },
];

/** Over what is there or between, as the dice fall. */
function splice(bytes: Buffer, word: Buffer, random: Random): Buffer {
  const place = at(random, bytes.length);
  return Buffer.concat([bytes.subarray(0, place), word, bytes.subarray(place + (random() < 0.5 ? word.length : 0))]);
}
