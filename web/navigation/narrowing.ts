// To which street and year a page is narrowed: it stands in the address, and goes along to the API and to lists narrowed alike.
import { replaceQuery, useQuery } from './address.tsx';

export interface Narrowing {
  readonly street?: string;
  readonly year?: string;
}

export function useNarrowing(): Narrowing {
  const query = useQuery();
  const [street, year] = [query.get('street'), query.get('year')];
  return { ...(street && { street }), ...(year && { year }) };
}

/** Keeps what else the address says. An empty choice takes the narrowing away. */
export function narrow(name: keyof Narrowing, choice: string): void {
  const query = new URLSearchParams(location.search);
  if (choice === '') query.delete(name);
  else query.set(name, choice);
  replaceQuery(query);
}

/** `/projects?year=2025&due=today` */
export function narrowed(
  path: string,
  { street, year }: Narrowing,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({ ...(street && { street }), ...(year && { year }), ...more }).toString();
  return query === '' ? path : `${path}?${query}`;
}
