// The code on a page is the one that the standard asks for: the library says so, whose own choice of the mask takes longer.
import * as fc from 'fast-check';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { maskedCode } from '../../../functions/typesetting/masked-code.ts';

const texts = fc.oneof(
  fc.stringMatching(/^JG1:330302-2026-\d{4}\/[A-Z]\d\/\d\/\d\d\/[0-9A-Z]{6}$/),
  fc.stringMatching(/^HTTPS:\/\/JG\.EXAMPLE\.CN\/P\/V\/330302-2026-\d{4}\/[A-Z]\d\/\d{1,2}\/\d\d\/\d{4}\/[0-9A-Z]{6}$/),
  fc.string({ minLength: 1, maxLength: 200 }),
);

describe('the code on a page', () => {
  it('has the mask that the library chooses, and so the same modules', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('H', 'Q', 'M'), (text, resistance) => {
        const { size, dark } = maskedCode(text, resistance);
        const chosen = encode(text, { ecc: resistance, border: 0 }).data;
        expect(size).toBe(chosen.length);
        expect([...dark]).toEqual(chosen.flat().map(Number));
      }),
      { numRuns: 60 },
    );
  });
});
