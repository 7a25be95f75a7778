// What one version of a paper says otherwise than another: every field that differs, by its place, with both values.
import { canonicalJson, type Json, type JsonObject } from '../json.ts';
import { AMOUNT_PATTERN, decimalOf } from '../money/money.ts';

export interface ContentsChange {
  /** Names of fields, and places in lists, 0 for the first: in the later version, of what is gone in the earlier one. */
  readonly path: readonly (string | number)[];
  /** Absent: new in the later version. */
  readonly before?: Json;
  /** Absent: gone in the later version. */
  readonly after?: Json;
}

type Path = ContentsChange['path'];

/** In the order of the later version; what is gone stands behind what is there. */
export const changesBetween = (before: JsonObject, after: JsonObject): readonly ContentsChange[] =>
  ofObjects(before, after, []);

function ofValues(before: Json | undefined, after: Json | undefined, path: Path): readonly ContentsChange[] {
  if (before === undefined && after === undefined) return [];
  if (
    before === undefined ||
    after === undefined ||
    isPlain(before) ||
    isPlain(after) ||
    isList(before) !== isList(after)
  )
    return isSame(before, after) ? [] : [changed(path, before, after)];
  if (isList(before) && isList(after)) return ofLists(before, after, path);
  return isObject(before) && isObject(after) ? ofObjects(before, after, path) : [];
}

const changed = (path: Path, before: Json | undefined, after: Json | undefined): ContentsChange => ({
  path,
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});

function ofObjects(before: JsonObject, after: JsonObject, path: Path): readonly ContentsChange[] {
  const names = [...Object.keys(after), ...Object.keys(before).filter((name) => !(name in after))];
  return names.flatMap((name) => ofValues(before[name], after[name], [...path, name]));
}

/**
 * A row is the same row where the field says so that tells the rows of both lists apart and that most of them have kept; where
 * no field does, if it is the same throughout; of a list whose rows repeat, where it has the same place.
 */
function ofLists(before: readonly Json[], after: readonly Json[], path: Path): readonly ContentsChange[] {
  const [keyed] = waysToKnowRows(before, after)
    .map((keyOf) => ({ old: before.map(keyOf), now: after.map(keyOf) }))
    .filter(({ old, now }) => tellsApart(old) && tellsApart(now))
    .map((keys) => ({ ...keys, kept: keys.now.filter((key) => keys.old.includes(key)).length }))
    .toSorted((a, b) => b.kept - a.kept);
  const partner = (index: number): number => (keyed ? keyed.old.indexOf(keyed.now[index]) : index);
  const met = new Set<number>();
  const present = after.flatMap((value, index) => {
    const place = partner(index);
    met.add(place);
    return ofValues(before[place], value, [...path, index]);
  });
  const gone = before.flatMap((value, index) => (met.has(index) ? [] : [changed([...path, index], value, undefined)]));
  return [...present, ...gone];
}

type KeyOf = (row: Json) => string | undefined;

function waysToKnowRows(before: readonly Json[], after: readonly Json[]): readonly KeyOf[] {
  const names = new Set([...before, ...after].flatMap((row) => (isObject(row) ? Object.keys(row) : [])));
  return [...[...names].map(byField), byAll];
}

const byField =
  (name: string): KeyOf =>
  (row) => {
    const value = isObject(row) ? row[name] : undefined;
    return value === undefined || value === null || typeof value === 'object' ? undefined : String(value);
  };

const byAll: KeyOf = (row) => canonicalJson({ row });

const tellsApart = (keys: readonly (string | undefined)[]): boolean =>
  !keys.includes(undefined) && new Set(keys).size === keys.length;

/** `28800` and `28800.00` are one amount. */
function isSame(before: Json | undefined, after: Json | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  if (
    typeof before === 'string' &&
    typeof after === 'string' &&
    [before, after].every((text) => AMOUNT_PATTERN.test(text))
  )
    return decimalOf(before).equals(decimalOf(after));
  return canonicalJson({ value: before }) === canonicalJson({ value: after });
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isPlain = (value: Json): value is string | number | boolean | null => value === null || typeof value !== 'object';
const isObject = (value: Json): value is JsonObject => !isPlain(value) && !isList(value);
