// A sentence in the two languages that every person-facing text of Jiugai is written in.

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
