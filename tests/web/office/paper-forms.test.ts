// The forms of papers: every content of every typeset kind has a name in both languages, its type decides how it is asked for.
import { describe, expect, it } from 'vitest';
import { documentKind } from '../../../domain/paper/catalogue.ts';
import { issuersOf } from '../../../domain/paper/issuing-parties.ts';
import { PAPER_CONTENTS } from '../../../domain/paper/paper-contents.ts';
import { versionName } from '../../../domain/paper/version-name.ts';
import { filledIn, schemaFor } from '../../../web/acts/draft.ts';
import type { FormSchema } from '../../../web/acts/form-schema.ts';
import { paperForms, paperKinds } from '../../../web/acts/paper-tables.ts';
import type { IssuedPaper } from '../../../web/api/issued-paper.ts';
import { papersOfProject, papersOfYear } from '../../../web/office/papers/papers-place.ts';
import {
  addressOfVersions,
  isReplaced,
  otherVersion,
  pairOf,
  versionBefore,
} from '../../../web/office/papers/versions.ts';
import { compareSentence } from '../../../web/sentences/intake.ts';
import {
  calledVersion,
  issueSentence,
  notKeptSentence,
  papersSentence,
  versionsSentence,
} from '../../../web/sentences/papers.ts';
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
      '可以出具 35 种文件，本项目已签发 4 份，1 份待第二人确认作废。',
    );
    expect(textOf(papersSentence({ kinds: 1, issued: 0, waiting: 0 }, 'en'))).toBe(
      'You may issue 1 kind of papers; 0 issued for this project.',
    );
  });
});

describe('the sentence of two versions of a paper', () => {
  const pair = { title: '《补正告知书》', before: '第 1 版', after: '第 2 版' };

  it('counts what differs, and says when nothing does, or when there is only one', () => {
    expect(textOf(versionsSentence({ ...pair, changes: 3 }, 'zh'))).toBe(
      '《补正告知书》第 1 版与第 2 版：3 处内容不同。',
    );
    expect(textOf(versionsSentence({ ...pair, changes: 0 }, 'zh'))).toBe('《补正告知书》第 1 版与第 2 版：内容相同。');
    const english = { title: 'Notice', before: 'version 1', after: 'version 2' };
    expect(textOf(versionsSentence({ ...english, changes: 1 }, 'en'))).toBe(
      'Notice, version 1 and version 2: 1 field differs.',
    );
    expect(textOf(versionsSentence({ ...english, changes: 2 }, 'en'))).toBe(
      'Notice, version 1 and version 2: 2 fields differ.',
    );
    expect(textOf(versionsSentence({ ...english, changes: undefined }, 'en'))).toBe(
      'Notice, version 1 and version 2 side by side.',
    );
    expect(textOf(versionsSentence({ ...pair, before: undefined, changes: undefined }, 'zh'))).toBe(
      '《补正告知书》没有签发过两版，还不能对看。',
    );
  });
});

describe('the versions of a paper', () => {
  const paper = (kind: string, version: number, more: Partial<IssuedPaper> = {}): IssuedPaper => ({
    ...{ kind, version, title: kind, issuer: '街道', issuedOn: '2026-03-02', pages: 1, sha256: `${kind}${version}` },
    ...more,
  });
  const papers = [
    paper('F3', 1, { voidedOn: '2026-03-03' }),
    paper('F3', 1, { printing: 2, sha256: 'again' }),
    paper('F3', 2),
    paper('A2', 1),
    paper('S1', 1, { serials: { from: 1, to: 9 } }),
    paper('S1', 2, { serials: { from: 10, to: 12 } }),
  ];
  const named = ({ before, after }: ReturnType<typeof pairOf>) =>
    [before, after].map((each) => each && versionName(each));
  const asked = (kind: string, query = '') => named(pairOf(papers, kind, new URLSearchParams(query)));

  it('are those that the address names, else the two newest; printings of one version are told apart', () => {
    expect(asked('F3')).toEqual(['1-2', '2']);
    expect(asked('F3', 'old=1&new=1-2')).toEqual(['1', '1-2']);
    expect(asked('F3', 'new=1-2')).toEqual(['1', '1-2']);
    expect(asked('F3', 'old=9&new=9')).toEqual(['1-2', '2']);
  });

  it('are not papers of one kind with other serials, nor one that was issued once', () => {
    expect(asked('S1')).toEqual([undefined, '2']);
    expect(asked('A2')).toEqual([undefined, '1']);
    expect(asked('X1')).toEqual([undefined, undefined]);
  });

  it('have an address of their own, with the page that is looked at', () => {
    const [first, again] = papers;
    if (first === undefined || again === undefined) throw new Error('no papers');
    expect(versionBefore(papers, again)).toBe(first);
    expect(versionBefore(papers, first)).toBeUndefined();
    expect(addressOfVersions(papersOfProject('330302-2026-0001').address, first, again, 2)).toBe(
      '/projects/330302-2026-0001/papers/F3/versions?old=1&new=1-2&page=2',
    );
    expect(addressOfVersions(papersOfYear('2026').address, first, again)).toBe(
      '/programme/papers/2026/F3/versions?old=1&new=1-2',
    );
    expect(isReplaced(papers, again)).toBe(true);
  });

  it('lead from each to the one before, from the first to the one after, and from an only one nowhere', () => {
    const [first, again] = papers;
    if (first === undefined || again === undefined) throw new Error('no papers');
    expect(otherVersion(papers, again)).toEqual({ other: first, isLater: false });
    expect(otherVersion(papers, first)).toEqual({ other: again, isLater: true });
    expect(otherVersion([first], first)).toBeUndefined();
  });

  it('of which one was issued before contents were kept are said to be compared by their pages', () => {
    const [first, again] = papers.map((paper) => calledVersion(paper, 'en'));
    const facts = { title: 'Notice', before: first, after: again, changes: 'NOT_KEPT' } as const;
    expect(textOf(versionsSentence(facts, 'en'))).toContain('the contents were not kept; compare the papers.');
    expect(notKeptSentence({ version: 1, issuedOn: '2026-03-02' }, 'zh')).toBe(
      '第 1 版签发于2026年3月2日，那时系统还不留存文件内容。',
    );
    expect(notKeptSentence({ version: 1, issuedOn: '2026-03-02' }, 'en')).toMatch(/^Version 1 was issued on 2 Mar/);
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
