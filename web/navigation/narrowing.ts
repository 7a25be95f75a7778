// To which street and year a page is narrowed, as it stands in the address, and the way to what is narrowed alike.
export interface Narrowing {
  readonly street?: string;
  readonly year?: string;
}

export function narrowingOf(query: URLSearchParams): Narrowing {
  const [street, year] = [query.get('street'), query.get('year')];
  return { ...(street && { street }), ...(year && { year }) };
}

/** Keeps what else the address says; an empty choice takes the narrowing away. */
export function chosen(query: URLSearchParams, name: keyof Narrowing, choice: string): URLSearchParams {
  const changed = new URLSearchParams(query);
  if (choice === '') changed.delete(name);
  else changed.set(name, choice);
  return changed;
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
