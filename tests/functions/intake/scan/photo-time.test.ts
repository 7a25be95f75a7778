// The time a camera claims: read from EXIF of either byte order, never trusted with anything else.
import { describe, expect, it } from 'vitest';
import { photographedAt } from '../../../../functions/intake/scan/photo-time.ts';

/** A JPEG with one EXIF directory that says when it was taken. */
function photo(littleEndian: boolean, taken: string): Buffer {
  const tiff = Buffer.alloc(26 + 18 + 20);
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    view.setUint16(at, tag, littleEndian);
    view.setUint16(at + 2, type, littleEndian);
    view.setUint32(at + 4, count, littleEndian);
    view.setUint32(at + 8, value, littleEndian);
  };
  view.setUint16(0, littleEndian ? 0x4949 : 0x4d4d);
  view.setUint16(2, 42, littleEndian);
  view.setUint32(4, 8, littleEndian);
  view.setUint16(8, 1, littleEndian);
  entry(10, 0x8769, 4, 1, 26);
  view.setUint16(26, 1, littleEndian);
  entry(28, 0x9003, 2, 20, 44);
  tiff.write(taken, 44, 'latin1');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(tiff.length + 8);
  return Buffer.concat([
    Buffer.from('ffd8ffe1', 'hex'),
    length,
    Buffer.from('Exif\0\0', 'latin1'),
    tiff,
    Buffer.from('ffd9', 'hex'),
  ]);
}

describe('the time of a photo', () => {
  it.each([true, false])('is what the camera wrote (little endian: %s)', (littleEndian) => {
    expect(photographedAt(photo(littleEndian, '2026:03:02 09:12:30'))).toBe('2026-03-02T09:12:30');
  });

  it('is unknown without EXIF, with nonsense in it, and with places that lead outside', () => {
    expect(photographedAt(Buffer.from('ffd8ffd9', 'hex'))).toBeNull();
    expect(photographedAt(photo(true, 'yesterday afternoon'))).toBeNull();
    const truncated = photo(true, '2026:03:02 09:12:30').subarray(0, 60);
    expect(photographedAt(truncated)).toBeNull();
  });
});
