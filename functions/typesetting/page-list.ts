// Which pages somebody wants printed again, as people write it.

/** `3,5-7` → 3, 5, 6, 7; undefined if it says something else, or pages that there are not. */
export function readPageList(written: string, last: number): readonly number[] | undefined {
  const pages: number[] = [];
  for (const part of written.split(',')) {
    const [, from = '', to = from] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part.trim()) ?? [];
    const [first, until] = [Number(from), Number(to)];
    if (from === '' || first < 1 || until > last || until < first) return undefined;
    for (let page = first; page <= until; page += 1) pages.push(page);
  }
  return pages;
}
