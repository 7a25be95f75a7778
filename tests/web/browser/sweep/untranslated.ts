// Texts of a page that stand there in the other language: what the data say themselves (names, documents) is left out.
import type { Page } from 'playwright-core';

const HAN = /\p{Script=Han}/u;
/** Two words of English prose in a row; codes, units and proper names are one. */
const PROSE = /[a-z]{2,} [a-z]{2,}/i;

/** Places in the source and its number are the same in every language. */
const CITATIONS = /温鹿政办〔2020〕21号|[一二三四五六七八九十](?:\([一二三四五六七八九十]+\)\d{0,2})+/g;

/** Remembers what the API says that is not written in two languages: names, titles of documents, quotes of the source. */
export class SaidByData {
  readonly #words = new Set<string>();
  readonly #arriving = new Set<Promise<void>>();

  constructor(page: Page, ...known: readonly string[]) {
    for (const word of known) this.#words.add(word);
    page.on('response', (response) => {
      if (!response.headers()['content-type']?.includes('json')) return;
      const arriving = response
        .json()
        .then(
          (body: unknown) => this.#collect(body),
          // A page that was left takes its answers along.
          () => {},
        )
        .finally(() => this.#arriving.delete(arriving));
      this.#arriving.add(arriving);
    });
  }

  #collect(value: unknown): void {
    if (typeof value === 'string') this.#words.add(value);
    else if (value !== null && typeof value === 'object') {
      for (const [key, part] of Object.entries(value)) if (!/^(zh|en)$|(Zh|En)$/.test(key)) this.#collect(part);
    }
  }

  /** Texts with words of the other language that no data said. */
  async strangersAmong(texts: readonly string[], language: 'zh' | 'en'): Promise<readonly string[]> {
    await Promise.all(this.#arriving);
    const suspects = texts.filter((text) => isForeign(text, language));
    const known = [...this.#words].filter((word) => word.length > 1).sort((a, b) => b.length - a.length);
    return suspects.filter((text) =>
      isForeign(
        known.reduce((rest, word) => rest.replaceAll(word, ''), text),
        language,
      ),
    );
  }
}

const isForeign = (text: string, language: 'zh' | 'en'): boolean =>
  (language === 'en' ? HAN : PROSE).test(text.replaceAll(CITATIONS, ''));
