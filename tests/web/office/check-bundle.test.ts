// The check of an evidence bundle in the browser finds what the offline check finds.
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENTRIES_PATH, KEYS_PATH } from '../../../domain/evidence/manifest.ts';
import { makeEvidenceBundle } from '../../../functions/portal/make-evidence-bundle.ts';
import { checkBundle } from '../../../web/office/audit/check-bundle.ts';
import { openStage, PROJECT_ID, type Stage } from '../../domain/projects/consent/neighbourhood-on-stage.ts';

let stage: Stage;
let bundle: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  stage = await openStage();
  await stage.playUntil('PUBLICITY_RUNNING');
  const made = await makeEvidenceBundle(stage.ports, PROJECT_ID);
  if (!made.ok) throw new Error(made.refusal.says.en);
  bundle = new Uint8Array(made.value);
});
afterAll(() => stage.close());

/** The bundle with one byte turned over, counted from where the text first stands. */
function spoilt(at: (bytes: Buffer) => number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bundle);
  const place = at(Buffer.from(bundle));
  copy[place] = (copy[place] ?? 0) ^ 1;
  return copy;
}

describe('a bundle in the browser', () => {
  it('is sound as it was made, and says of what', async () => {
    const checked = await checkBundle(bundle);
    expect(checked).toMatchObject({ problems: [], projectId: PROJECT_ID });
    expect(checked.entries).toBeGreaterThan(5);
    expect(checked.keyId).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is not sound when one digit of its seal was changed', async () => {
    const last = spoilt((bytes) => bytes.length - 1);
    expect((await checkBundle(last)).problems.map(({ en }) => en)).toEqual([
      'the seal does not fit the bytes of the file',
    ]);
  });

  it('names what was changed, added and missing, and where the chain breaks', async () => {
    const files = unzipSync(bundle);
    const entries = new TextDecoder().decode(files[ENTRIES_PATH]);
    const { [KEYS_PATH]: _, ...others } = files;
    const changed = zipSync({
      ...others,
      [ENTRIES_PATH]: new TextEncoder().encode(entries.replace('"act":"record-survey"', '"act":"consent-start"')),
      'papers/one-more.pdf': new Uint8Array([1]),
    });
    const { problems } = await checkBundle(new Uint8Array(changed));
    expect(problems.map(({ en }) => en)).toEqual([
      expect.stringMatching(/^(missing: keys\.json|changed: ledger\/entries\.jsonl)$/),
      expect.stringMatching(/^(missing: keys\.json|changed: ledger\/entries\.jsonl)$/),
      'added: papers/one-more.pdf',
      expect.stringMatching(/^the chain breaks at entry \d+$/),
    ]);
  });

  it('is no bundle when it is cut off, or something else altogether', async () => {
    const refused = [{ zh: '不是完整的证据包', en: 'not a whole evidence bundle' }];
    expect((await checkBundle(bundle.slice(0, bundle.length / 2))).problems).toEqual(refused);
    expect((await checkBundle(new TextEncoder().encode('PK no zip'))).problems).toEqual(refused);
  });
});
