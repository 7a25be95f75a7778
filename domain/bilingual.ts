// A sentence in the two languages that every person-facing text of Jiugai is written in.

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** English alone tells one from many. */
export const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;
