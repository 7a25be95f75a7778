// The expressions that machines are mostly made of, answered without JSONata: a path from `$states` or a variable, such a
// path compared with a text, and `$merge` of such paths. Where JSONata would have more to say, it is asked.
import type { Json, JsonObject } from '../../domain/json.ts';

interface Visible {
  readonly states: object;
  readonly context: () => object;
  readonly variables: JsonObject;
}

/** Undefined where JSONata has to be asked. */
export type PlainExpression = (visible: Visible) => Json | undefined;

const PATH = String.raw`\$[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*`;
const ONE_PATH = new RegExp(`^${PATH}$`);
const COMPARED = new RegExp(`^(${PATH}) = '([^'\\\\]*)'$`);
const MERGED = new RegExp(`^\\$merge\\(\\[(${PATH}(?:, ${PATH})*)\\]\\)$`);

export function plainExpression(source: string): PlainExpression | undefined {
  if (ONE_PATH.test(source)) return plainPath(source);
  const [, compared, text] = COMPARED.exec(source) ?? [];
  if (compared !== undefined) {
    const path = plainPath(compared);
    return (visible) => {
      const value = path(visible);
      return value === undefined || typeof value === 'object' ? undefined : value === text;
    };
  }
  const merged = MERGED.exec(source)?.[1]?.split(', ').map(plainPath);
  return merged && ((visible) => merge(merged.map((path) => path(visible))));
}

/** Undefined where JSONata has more to say than a walk: at arrays, nulls, missing fields and functions. */
function plainPath(source: string): PlainExpression {
  const [name = '', ...fields] = source.slice(1).split('.');
  const path = name === 'states' ? fields : [name, ...fields];
  if (path.length === 0) return () => undefined;
  if (name !== 'states') return ({ variables }) => walk(variables, path);
  if (path[0] !== 'context') return ({ states }) => walk(states, path);
  return ({ context }) => walk({ context: context() }, path);
}

function walk(from: object, path: readonly string[]): Json | undefined {
  let value: unknown = from;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, key)) return;
    // An own property of a plain object, as just checked.
    value = (value as Record<string, unknown>)[key];
  }
  // Variables and everything below `$states` are JSON.
  return value === null || Array.isArray(value) ? undefined : (value as Json);
}

function merge(values: readonly (Json | undefined)[]): Json | undefined {
  const merged: Record<string, Json> = {};
  for (const value of values) {
    if (typeof value !== 'object' || value === null || Object.hasOwn(value, '__proto__')) return undefined;
    Object.assign(merged, value);
  }
  return merged;
}
