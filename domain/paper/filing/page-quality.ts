// Where a page is too empty, too soft or too coarse to be filed without a person looking at it.

/** `ink`: share of the page. Dust of a dirty glass stays five times below, a signature alone on the back is above. */
export const isBlank = (ink: number): boolean => ink < 0.0003;

/** `sharpness`: steepness of the steeper edges against the brightness of the paper. Below, letters can hardly be told. */
export const isBlurred = (sharpness: number): boolean => sharpness < 0.22;

export const isCoarse = (dpi: number): boolean => dpi < 100;

/** In mm, either way round; scanners cut or add a few. */
const USUAL_SIZES = [
  [210, 297],
  [297, 420],
] as const;
const TOLERANCE = 12;

export function isUsualSize({ width, height }: { readonly width: number; readonly height: number }): boolean {
  const near = (length: number, usual: number) => Math.abs(length - usual) <= TOLERANCE;
  return USUAL_SIZES.some(
    ([short, long]) => near(Math.min(width, height), short) && near(Math.max(width, height), long),
  );
}
