// Loads sharp with the first picture that needs it: scanned PDFs, which are JPEGs, never do, and it takes a tenth of a reader.
import type Sharp from 'sharp';

let loading: Promise<typeof Sharp> | undefined;

/** One picture at a time and none of them twice: it keeps nothing, and starts no threads of its own. */
export function loadSharp(): Promise<typeof Sharp> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  });
  return loading;
}
