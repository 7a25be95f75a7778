// What every adapter of the seal keeps: one set of keys for an installation, private, and rotated without losing anything.
import { createPublicKey, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../domain/json.ts';
import type { Seal } from '../../../domain/ports.ts';
import type { Open, Opened } from './opened.ts';

const BYTES = new TextEncoder().encode('evidence bundle');

interface SealParts {
  /** As a process does when it starts. */
  openSeal(): Promise<Seal>;
  rotateSigningKey(): Promise<void>;
}

export function describeSeal(name: string, open: Open<SealParts>): void {
  describe(`${name} seal`, () => {
    let opened: SealParts & Opened;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    async function isGenuine(seal: Seal, { keyId, signature }: { keyId: string; signature: string }) {
      const found = (await seal.publicKeys()).find((published) => published.keyId === keyId);
      if (!found) return false;
      const key = createPublicKey({ key: { ...found.publicKey }, format: 'jwk' });
      return verify(null, BYTES, key, Buffer.from(signature, 'base64url'));
    }

    it('signs so that the listed public key verifies', async () => {
      const seal = await opened.openSeal();
      const signed = await seal.sign(BYTES);
      expect(await isGenuine(seal, signed)).toBe(true);
      expect(await isGenuine(seal, { ...signed, signature: Buffer.alloc(64).toString('base64url') })).toBe(false);
    });

    it('lists no private half, and names a key by the beginning of the SHA-256 of its public one', async () => {
      const [published] = await (await opened.openSeal()).publicKeys();
      expect(Object.keys(published?.publicKey ?? {})).not.toContain('d');
      const x = Buffer.from(String(published?.publicKey.x), 'base64url');
      expect(x).toHaveLength(32);
      expect(published?.keyId).toBe(sha256Hex(x).slice(0, 16));
    });

    it('is the same whenever it is opened', async () => {
      const [first, again] = [await opened.openSeal(), await opened.openSeal()];
      expect(await again.publicKeys()).toEqual(await first.publicKeys());
      expect(again.keyedHash('owner', '甲')).toBe(first.keyedHash('owner', '甲'));
    });

    it('signs with the newest key after a rotation, still lists the one before, and hashes as before', async () => {
      const before = await opened.openSeal();
      const signedBefore = await before.sign(BYTES);
      await opened.rotateSigningKey();
      const after = await opened.openSeal();
      const signedAfter = await after.sign(BYTES);
      expect(signedAfter.keyId).not.toBe(signedBefore.keyId);
      expect(await after.publicKeys()).toHaveLength(2);
      expect(await isGenuine(after, signedBefore)).toBe(true);
      expect(await isGenuine(after, signedAfter)).toBe(true);
      expect(after.keyedHash('owner', '甲')).toBe(before.keyedHash('owner', '甲'));
    });

    it('gives the same hash for the same purpose and text, and another for any other', async () => {
      const seal = await opened.openSeal();
      const hashes = [
        seal.keyedHash('owner', '330302'),
        seal.keyedHash('unit', '330302'),
        seal.keyedHash('owner', '330303'),
        // The end of the purpose is no beginning of the text.
        seal.keyedHash('owner3', '30302'),
      ];
      expect(new Set(hashes).size).toBe(4);
      expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
      expect(seal.keyedHash('owner', '330302')).toBe(hashes[0]);
    });
  });
}
