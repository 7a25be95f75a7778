// Plane projections between millimetres of a sheet and pixels of its scan.

/** Row by row; the last element is 1. */
export type Matrix = readonly [number, number, number, number, number, number, number, number, number];

export type Pair = readonly [x: number, y: number];

export function mapPoint([a, b, c, d, e, f, g, h, i]: Matrix, x: number, y: number): [number, number] {
  const scale = g * x + h * y + i;
  return [(a * x + b * y + c) / scale, (d * x + e * y + f) / scale];
}

/**
 * The projection that brings `from` to `to`: exactly with four points, with the least squared error with more.
 * Normal equations are good enough because both sides are brought to lengths about 1 first.
 */
export function projectionOf(from: readonly Pair[], to: readonly Pair[]): Matrix {
  const source = scaleOf(from);
  const target = scaleOf(to);
  const normal = Array.from({ length: 8 }, () => new Array<number>(9).fill(0));
  from.forEach(([rawX, rawY], index) => {
    const [rawU, rawV] = to[index] ?? [0, 0];
    const [x, y, u, v] = [rawX / source, rawY / source, rawU / target, rawV / target];
    accumulate(normal, [x, y, 1, 0, 0, 0, -u * x, -u * y, u]);
    accumulate(normal, [0, 0, 0, x, y, 1, -v * x, -v * y, v]);
  });
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solve(normal);
  const ratio = target / source;
  return [a * ratio, b * ratio, c * target, d * ratio, e * ratio, f * target, g / source, h / source, 1];
}

/**
 * The best projection without perspective. For points that lie close together, like the corners of a code: a pixel of
 * error in them would make perspective that throws the far corners of the page off by centimetres.
 */
export function flatProjectionOf(from: readonly Pair[], to: readonly Pair[]): Matrix {
  const [x0, y0] = centreOf(from);
  const [u0, v0] = centreOf(to);
  let [xx, xy, yy, xu, yu, xv, yv] = [0, 0, 0, 0, 0, 0, 0];
  from.forEach(([rawX, rawY], index) => {
    const [rawU, rawV] = to[index] ?? [u0, v0];
    const [x, y, u, v] = [rawX - x0, rawY - y0, rawU - u0, rawV - v0];
    xx += x * x;
    xy += x * y;
    yy += y * y;
    xu += x * u;
    yu += y * u;
    xv += x * v;
    yv += y * v;
  });
  const determinant = xx * yy - xy * xy;
  const [a, b] = [(xu * yy - yu * xy) / determinant, (yu * xx - xu * xy) / determinant];
  const [d, e] = [(xv * yy - yv * xy) / determinant, (yv * xx - xv * xy) / determinant];
  return [a, b, u0 - a * x0 - b * y0, d, e, v0 - d * x0 - e * y0, 0, 0, 1];
}

const centreOf = (points: readonly Pair[]): Pair => [
  points.reduce((sum, [x]) => sum + x, 0) / points.length,
  points.reduce((sum, [, y]) => sum + y, 0) / points.length,
];

const scaleOf = (points: readonly Pair[]): number =>
  Math.max(1, ...points.flatMap(([x, y]) => [Math.abs(x), Math.abs(y)]));

function accumulate(normal: number[][], equation: readonly number[]): void {
  normal.forEach((row, j) => {
    for (let k = 0; k < 9; k += 1) row[k] = (row[k] ?? 0) + (equation[j] ?? 0) * (equation[k] ?? 0);
  });
}

/** Gauss–Jordan with pivots. */
function solve(rows: number[][]): number[] {
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let column = 0; column < 8; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < 8; row += 1)
      if (Math.abs(at(row, column)) > Math.abs(at(pivot, column))) pivot = row;
    const [upper, lower] = [rows[column] ?? [], rows[pivot] ?? []];
    rows[column] = lower;
    rows[pivot] = upper;
    rows.forEach((row, index) => {
      if (index === column) return;
      const share = (row[column] ?? 0) / at(column, column);
      for (let k = column; k < 9; k += 1) row[k] = (row[k] ?? 0) - share * at(column, k);
    });
  }
  return rows.map((_, index) => at(index, 8) / at(index, index));
}
