// The local end of a ticket whose sender has announced size and checksum: nothing else is taken under it.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sha256Hex } from '../../domain/json.ts';
import { requestUpload } from '../../functions/intake/request-upload.ts';
import { uploadInto } from '../../local/upload.ts';
import { type FakePorts, fakePorts } from '../support/ports/fake-ports.ts';

const BYTES = new TextEncoder().encode('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const STREET = { id: 'p-17', role: 'STREET', unit: '330302001' } as const;

let fake: FakePorts;
beforeEach(() => {
  fake = fakePorts();
});
afterEach(() => fake.close());

async function send(bytes: Uint8Array) {
  const announced = { bytes: BYTES.length, sha256: sha256Hex(BYTES) };
  const { uploadId, fields } = await requestUpload(fake.ports, { actor: STREET, name: 'a.pdf', announced });
  const file = {
    name: 'a.pdf',
    mediaType: 'application/pdf',
    bytes: (async function* () {
      yield bytes;
    })(),
  };
  return uploadInto(fake.ports).receive(uploadId, fields, file);
}

it('takes the file that was announced', async () => {
  expect(await send(BYTES)).toMatchObject({ ok: true });
  expect(await fake.ports.papers.describe(sha256Hex(BYTES))).toMatchObject({ paperClass: 'UPLOAD' });
});

it('refuses another one of the same size, and keeps nothing of it', async () => {
  const other = Uint8Array.from(BYTES, (byte) => byte ^ 1);
  expect(await send(other)).toMatchObject({ ok: false, refusal: { code: 'MALFORMED' } });
  expect(await fake.ports.papers.describe(sha256Hex(other))).toBeUndefined();
});

it('refuses a longer one before it is read to its end', async () => {
  expect(await send(new Uint8Array(BYTES.length + 1))).toMatchObject({ ok: false, refusal: { code: 'TOO_LARGE' } });
});
