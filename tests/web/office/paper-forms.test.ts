// The forms of papers: every content of every typeset kind has a name in both languages, its type decides how it is asked for.
import { describe, expect, it } from 'vitest';
import { documentKind } from '../../../domain/paper/catalogue.ts';
import { issuersOf } from '../../../domain/paper/issuing-parties.ts';
import { PAPER_CONTENTS } from '../../../domain/paper/paper-contents.ts';
import { filledIn, schemaFor } from '../../../web/acts/draft.ts';
import type { FormSchema } from '../../../web/acts/form-schema.ts';
import { paperForms, paperKinds } from '../../../web/acts/paper-tables.ts';
import { compareSentence } from '../../../web/sentences/intake.ts';
import { issueSentence, papersSentence } from '../../../web/sentences/papers.ts';
import { textOf } from '../../../web/sentences/sentence.ts';
import { findTitle, PAPER_FIELDS } from '../../../web/text/papers/field-titles.ts';
import { PAPER_VALUES } from '../../../web/text/papers/values.ts';

const HAN = /\p{Script=Han}/u;
const forms = paperForms();

/** Every field with the schema it is asked for by, also of rows and groups. */
function* fieldsOf(schema: FormSchema): Generator<readonly [string, FormSchema]> {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    yield [name, field];
    yield* fieldsOf(field);
  }
  for (const inner of [schema.items, ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])])
    if (inner) yield* fieldsOf(inner);
}
const valuesOf = ([, field]: readonly [string, FormSchema]): readonly string[] => [
  ...(field.enum ?? []),
  ...(field.items?.enum ?? []),
  ...(typeof field.const === 'string' ? [field.const] : []),
];

describe('the contents of papers', () => {
  it.each(Object.entries(forms))('of %s have a title for every field, in both languages', (kind, schema) => {
    const untitled = [...fieldsOf(schema)].filter(([name]) => {
      const title = findTitle(kind, name);
      return title === undefined || !HAN.test(title.zh) || title.en === '' || HAN.test(title.en);
    });
    expect(untitled.map(([name]) => name)).toEqual([]);
  });

  it.each(Object.entries(forms))('of %s have a title for every value to choose from', (_, schema) => {
    const values = [...fieldsOf(schema)].flatMap(valuesOf);
    expect(values.filter((value) => !(value in PAPER_VALUES))).toEqual([]);
  });

  it('have no title that no paper needs', () => {
    const names = new Set(Object.values(forms).flatMap((schema) => [...fieldsOf(schema)].map(([name]) => name)));
    expect(Object.keys(PAPER_FIELDS).filter((name) => !names.has(name))).toEqual([]);
    const values = new Set(Object.values(forms).flatMap((schema) => [...fieldsOf(schema)].flatMap(valuesOf)));
    expect(Object.keys(PAPER_VALUES).filter((value) => !values.has(value))).toEqual([]);
  });

  it('are asked for by their type: days as days, moments as moments, money and area with two decimals, rows as rows', () => {
    const { FA1, A3N, N1, F2, M4, A7 } = forms;
    expect(FA1?.properties?.appliedOn?.format).toBe('date');
    expect(A3N?.properties?.meetingAt?.format).toBe('date-time');
    expect(A3N?.properties?.officeTel?.format).toBe('telephone');
    expect(FA1?.properties?.selfRaised?.pattern).toMatch(/^\^\(\?:0\|\[1-9\]/);
    expect(F2?.properties?.areaTotal?.pattern).toBe(FA1?.properties?.selfRaised?.pattern);
    expect(N1?.properties?.deficiencies).toMatchObject({ type: 'array', items: { type: 'object' } });
    expect(M4?.properties?.managementBefore?.maxLength).toBeGreaterThan(300);
    expect(A7?.properties?.route?.enum).toEqual(['公开招标', '小额工程']);
  });

  it('of a paper with two faces are those of the face that is chosen', () => {
    const { N2 } = forms;
    expect(Object.keys(schemaFor(N2 ?? {}, undefined).properties ?? {})).toEqual(['outcome']);
    expect(schemaFor(N2 ?? {}, { outcome: 'DENIED' }).required).toContain('grounds');
    expect(schemaFor(N2 ?? {}, { outcome: 'TERMINATED' }).required).toContain('sunkCost');
  });
});

describe('the papers that are offered', () => {
  it('are those of a project, to exactly the parties that issue them', () => {
    const kinds = paperKinds();
    expect(kinds.map(({ kind }) => kind)).toEqual(
      Object.keys(PAPER_CONTENTS).filter((kind) => !['C1', 'C2', 'C3', 'C4'].includes(kind)),
    );
    for (const { kind, issuedBy, title } of kinds) {
      expect([kind, issuedBy]).toEqual([kind, issuersOf(kind)]);
      expect(title).toEqual(documentKind(kind).title);
    }
    expect(kinds.filter(({ numbered }) => numbered).map(({ kind }) => kind)).toContain('A2');
    expect(kinds.find(({ kind }) => kind === 'F1')?.numbered).toBe(false);
  });
});

describe('the sentence of a paper', () => {
  const paper = { title: '《补正告知书》', missing: 6, previewed: false, issued: undefined };

  it('counts what is missing, and says what comes next', () => {
    expect(textOf(issueSentence(paper, 'zh'))).toBe('《补正告知书》：还差 6 项内容，补齐就能预览、签发。');
    expect(textOf(issueSentence({ ...paper, title: 'Notice', missing: 1 }, 'en'))).toBe(
      'Notice: missing 1 field; fill in to look at it and issue it.',
    );
    expect(textOf(issueSentence({ ...paper, missing: 0 }, 'zh'))).toContain('先看预览再签发');
    expect(textOf(issueSentence({ ...paper, missing: 0, previewed: true }, 'zh'))).toContain('可以签发');
    const issued = { number: '五马街办补〔2026〕1号', pages: 1 };
    expect(textOf(issueSentence({ ...paper, issued }, 'zh'))).toBe(
      '《补正告知书》：已签发，五马街办补〔2026〕1号，共 1 页。',
    );
    expect(textOf(issueSentence({ ...paper, title: 'Form', issued: { pages: 2 } }, 'en'))).toBe(
      'Form: issued, 2 pages.',
    );
  });

  it('names the papers that wait for a second person', () => {
    expect(textOf(papersSentence({ kinds: 35, issued: 4, waiting: 1 }, 'zh'))).toBe(
      '您可以出具 35 种文件，本项目已签发 4 份，1 份待第二人确认作废。',
    );
    expect(textOf(papersSentence({ kinds: 1, issued: 0, waiting: 0 }, 'en'))).toBe(
      'You may issue 1 kind of papers; 0 issued for this project.',
    );
  });
});

describe('the sentence of two pages side by side', () => {
  it('says how they are alike and whether one must be chosen', () => {
    const page = { number: 3, state: 'NEEDS_ATTENTION', findings: [{ code: 'SAME_PAGE_AGAIN' }] };
    expect(textOf(compareSentence(page, 'SAME_PLACE', 'zh'))).toBe('第 3 页与已归档的同一页不同，要定留哪一页。');
    expect(textOf(compareSentence({ ...page, state: 'REFUSED' }, 'SAME_PICTURE', 'en'))).toBe(
      'Page 3 shows the very same picture as a page on file: it need not be filed.',
    );
    expect(textOf(compareSentence(page, undefined, 'zh'))).toBe('第 3 页：选一页来对照。');
  });
});

it('sends exactly what a clerk typed, in the shape that the schema of the kind takes', () => {
  const typed = {
    applicant: '月季小区自治小组 ',
    receivedAt: '2026-03-02',
    matterName: '启动申请',
    deficiencies: [{ material: 'M4', problem: '缺约定', correction: '补写' }],
    correctBy: '2026-03-16',
    lapseRule: '视为撤回',
  };
  const sent = filledIn(forms.N1 ?? {}, { ...typed, neighbourhoodName: '' });
  expect(sent).toEqual({ ...typed, applicant: '月季小区自治小组' });
  const known = { projectNo: '330302-2026-0017', neighbourhoodName: '月季小区' };
  expect(PAPER_CONTENTS.N1.safeParse({ ...known, ...(sent as object) }).success).toBe(true);
});
