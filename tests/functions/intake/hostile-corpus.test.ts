// Malformed papers of every kind, each opened and each of its pages looked at: a verdict soon, never a fault.
import { beforeAll, expect, it } from 'vitest';
import { detectType } from '../../../functions/intake/detect-type.ts';
import { openStack } from '../../../functions/intake/scan/open-stack.ts';
import { UnreadableStack } from '../../../functions/intake/scan/stack.ts';
import { type HostileFile, hostileCorpus } from '../../support/scans/hostile-corpus.ts';

/** Thrice the ten seconds that are promised: other tests run beside this one. `npm run chaos` holds it to ten, alone. */
const SLOWEST = 30_000;

let corpus: readonly HostileFile[];
beforeAll(async () => {
  corpus = await hostileCorpus();
});

/** `OPENED`, or the code of the refusal: of the upload or of the stack. */
async function verdictOn(bytes: Buffer): Promise<string> {
  const detected = await detectType(bytes);
  if (!detected.ok) return detected.refusal.code;
  try {
    return `OPENED ${(await openStack(bytes)).pages.length > 0}`;
  } catch (error) {
    if (error instanceof UnreadableStack) return error.refusal;
    throw error;
  }
}

it('has a verdict on each, none of which keeps the others waiting', async () => {
  expect(corpus.length).toBeGreaterThan(60);
  const verdicts: Record<string, string> = {};
  for (const { name, bytes } of corpus) {
    const begun = performance.now();
    verdicts[name] = await verdictOn(bytes).catch((error: unknown) => `FAULT ${error}`);
    expect(performance.now() - begun, name).toBeLessThan(SLOWEST);
  }
  expect(Object.entries(verdicts).filter(([, verdict]) => verdict.startsWith('FAULT'))).toEqual([]);
  expect(verdicts).toMatchObject({
    'PDF: encrypted, with a password': 'ENCRYPTED',
    'PDF: objects nested 50,000 deep': 'DAMAGED',
    'JPEG: 60,000 × 60,000': 'TOO_MUCH_INSIDE',
    'PNG: 60,000 × 60,000': 'TOO_MUCH_INSIDE',
    'TIFF: 100,000 × 100,000': 'TOO_MUCH_INSIDE',
    'OFD: a program in it': 'ACTIVE_CONTENT',
    'a program': 'UNSUPPORTED_TYPE',
    'a page of the web': 'UNSUPPORTED_TYPE',
    nothing: 'MALFORMED',
  });
});
