// Every word that people read on the office pages: in both languages, in one place, with the punctuation of its language.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_CODES } from '../../../domain/paper/catalogue.ts';
import { ROLES } from '../../../domain/parties.ts';
import { actForms, actTitles, calculatorForms, programmeTitles } from '../../../web/acts/act-tables.ts';
import type { FormSchema } from '../../../web/acts/form-schema.ts';
import { FIELD_TITLES } from '../../../web/text/fields.ts';
import { VALUE_TITLES } from '../../../web/text/values.ts';

const WEB = fileURLToPath(new URL('../../../web', import.meta.url));
const HAN = /\p{Script=Han}/u;

const filesOf = (pattern: string) =>
  globSync(pattern, { cwd: WEB }).filter((file) => !/^(dist|public|screen|node_modules)\b/.test(file));

const codeOf = (file: string) => readFileSync(join(WEB, file), 'utf8').replace(/^\s*(\/\/|\/?\*).*$/gm, '');

/** Both halves of every `both('…', '…')` in a file. */
function* pairsIn(file: string): Generator<readonly [string, string]> {
  const string = String.raw`'((?:[^'\\]|\\.)*)'`;
  for (const [, zh = '', en = ''] of codeOf(file).matchAll(
    new RegExp(`both\\(\\s*${string},\\s*${string},?\\s*\\)`, 'g'),
  )) {
    yield [zh, en];
  }
}

const pairs = filesOf('{text,api,office}/**/*.{ts,tsx}').flatMap((file) =>
  [...pairsIn(file)].map(([zh, en]) => ({ file, zh, en })),
);

describe('the texts of the office', () => {
  it('stand in the rooms of texts and sentences, not in pages', () => {
    const pages = filesOf('office/**/*.tsx').filter((file) => {
      const words = codeOf(file)
        // Clauses are places in the source and the same in every language; units stand beside figures.
        .replaceAll(
          /'[一二三四五六七八九](?:\([一二三四五六七八九]\)\d?)?'|"[一二三四五六七八九]\([一二三四五六七八九]\)\d?"/g,
          '',
        )
        .replaceAll(/both\([^)]*\)/g, '')
        .replaceAll(/\/\/.*$/gm, '');
      const sayings = [...words.matchAll(/['"`>]([^'"`<>{}\n]*\p{Script=Han}[^'"`<>{}\n]*)/gu)];
      return sayings.some(([, saying = '']) =>
        saying.replaceAll(/户|元|万元|月|街道|镇|区|起|月|演练|街/g, '').match(HAN),
      );
    });
    expect(pages.filter((file) => !BILINGUAL_BY_LANGUAGE.includes(file))).toEqual([]);
  });

  it('are complete in Chinese and in English', () => {
    expect(pairs.length).toBeGreaterThan(300);
    const oneSided = pairs.filter(({ zh, en }) => (zh === '') !== (en === '') && zh.length > 1);
    expect(oneSided).toEqual([]);
  });

  it('have no Chinese in their English half but the names of papers and streets', () => {
    expect(pairs.filter(({ en }) => HAN.test(en.replaceAll('温鹿政办〔2020〕21号', '').replace('中文', '')))).toEqual(
      [],
    );
  });

  it('use full-width punctuation between Chinese characters', () => {
    expect(pairs.filter(({ zh }) => /\p{Script=Han}[,;:?!]\p{Script=Han}/u.test(zh))).toEqual([]);
  });
});

/** Sentences of two or three characters that depend on the language and stand beside a figure. */
const BILINGUAL_BY_LANGUAGE = [join('office', 'dashboard', 'clock-list.tsx'), join('office', 'parts', 'meter.tsx')];

function* namesIn(schema: FormSchema): Generator<string> {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    yield name;
    yield* namesIn(field);
  }
  for (const inner of [schema.items, ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])])
    if (inner) yield* namesIn(inner);
}

function* valuesIn(schema: FormSchema): Generator<string> {
  yield* schema.enum ?? [];
  if (schema.const !== undefined) yield String(schema.const);
  for (const inner of [
    schema.items,
    ...Object.values(schema.properties ?? {}),
    ...(schema.oneOf ?? []),
    ...(schema.anyOf ?? []),
  ]) {
    if (inner) yield* valuesIn(inner);
  }
}

describe('the forms', () => {
  const forms = { ...actForms(), ...calculatorForms() };

  it('are there for every act that has a title', () => {
    expect(Object.keys(actForms())).toEqual(expect.arrayContaining(Object.keys(actTitles())));
  });

  it.each(Object.entries(forms))('of %s have a title for every field', (_, schema) => {
    expect([...namesIn(schema)].filter((name) => !(name in FIELD_TITLES))).toEqual([]);
  });

  it.each(Object.entries(forms))('of %s have a title for every value to choose from', (_, schema) => {
    const known = new Set<string>([
      ...Object.keys(VALUE_TITLES),
      ...Object.keys(programmeTitles()),
      ...DOCUMENT_CODES,
      ...ROLES,
    ]);
    expect([...valuesIn(schema)].filter((value) => !known.has(value))).toEqual([]);
  });
});
