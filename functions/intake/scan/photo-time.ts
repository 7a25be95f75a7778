// When a camera says that it took a photo (EXIF DateTimeOriginal): a claim of the file, to be held against other times.

const APP1 = 0xe1;
const EXIF_POINTER = 0x8769;
const DATE_TIME_ORIGINAL = 0x9003;
const DATE_TIME = 0x0132;
const ENTRY_BYTES = 12;
const DATE_LENGTH = 19;

/** `2026-03-02T09:12:30`, in whatever time zone the camera was; null if it does not say. */
export function photographedAt(jpeg: Uint8Array): string | null {
  const exif = findExif(jpeg);
  if (exif === undefined) return null;
  try {
    return readDate(exif);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The TIFF structure behind the `Exif` mark. */
function findExif(jpeg: Uint8Array): DataView | undefined {
  for (let at = 2; at + 10 < jpeg.length && jpeg[at] === 0xff; ) {
    const length = ((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0);
    if (jpeg[at + 1] === APP1 && Buffer.from(jpeg.subarray(at + 4, at + 8)).toString('latin1') === 'Exif') {
      const from = at + 10;
      return new DataView(jpeg.buffer, jpeg.byteOffset + from, Math.min(length - 8, jpeg.length - from));
    }
    at += 2 + length;
  }
  return undefined;
}

/** Offsets that lead out of the view throw a RangeError. */
function readDate(view: DataView): string | null {
  const little = view.getUint16(0) === 0x4949;
  const find = (directory: number, tag: number): number | undefined => {
    const count = view.getUint16(directory, little);
    for (let entry = 0; entry < count; entry += 1) {
      const at = directory + 2 + entry * ENTRY_BYTES;
      if (view.getUint16(at, little) === tag) return view.getUint32(at + 8, little);
    }
    return undefined;
  };
  const first = view.getUint32(4, little);
  const details = find(first, EXIF_POINTER);
  const place = (details === undefined ? undefined : find(details, DATE_TIME_ORIGINAL)) ?? find(first, DATE_TIME);
  if (place === undefined) return null;
  const text = String.fromCharCode(...Array.from({ length: DATE_LENGTH }, (_, index) => view.getUint8(place + index)));
  const [, date, time] = /^(\d{4}:\d{2}:\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(text) ?? [];
  return date === undefined ? null : `${date.replaceAll(':', '-')}T${time}`;
}
