// Facts of a calculator as a query string and back: every leaf by its path, so that a what-if can be sent as a link.
import { type Draft, isDraftList, isDraftObject } from './draft.ts';

export function queryOf(draft: Draft): URLSearchParams {
  const query = new URLSearchParams();
  const walk = (value: Draft, path: readonly string[]): void => {
    if (isDraftList(value)) for (const [index, each] of value.entries()) walk(each, [...path, String(index)]);
    else if (isDraftObject(value)) for (const [name, each] of Object.entries(value)) walk(each, [...path, name]);
    else if (value !== undefined && value !== '') query.set(path.join('.'), String(value));
  };
  walk(draft, []);
  return query;
}

/** `lang` chooses the language of the page and is no fact. */
const NO_FACTS = new Set(['lang']);

export function draftOf(query: URLSearchParams): Draft {
  const leaves = [...query].filter(([path]) => !NO_FACTS.has(path));
  return leaves.length === 0 ? undefined : grouped(leaves.map(([path, text]) => [path.split('.'), text]));
}

function grouped(leaves: readonly (readonly [readonly string[], string])[]): Draft {
  const [first] = leaves;
  if (first === undefined) return undefined;
  if (first[0].length === 0) return first[1] === 'true' ? true : first[1] === 'false' ? false : first[1];
  const groups = Map.groupBy(leaves, ([path]) => path[0] ?? '');
  const entries = [...groups].map(
    ([name, inside]) => [name, grouped(inside.map(([path, text]) => [path.slice(1), text]))] as const,
  );
  // A list's members are numbered from 0 without gaps.
  if (entries.every(([name], index) => name === String(index))) return entries.map(([, value]) => value);
  return Object.fromEntries(entries);
}
