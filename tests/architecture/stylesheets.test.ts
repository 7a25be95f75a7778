// The sheets of the web room: short, each beside the part that draws what it says, and there whenever that part is.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { RESIDENT_SHEETS } from '../../local/web/resident-files.ts';

const WEB = resolve(fileURLToPath(new URL('../../web', import.meta.url)));
const LONGEST = 250;
const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter((path) => !path.startsWith('dist'));
const textOf = (path: string): string => readFileSync(join(WEB, path), 'utf8');
const sheets = files.filter((path) => path.endsWith('.css'));
const modules = new Map(
  files.filter((path) => /\.tsx?$/.test(path)).map((path) => [path, withoutComments(textOf(path))]),
);

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

const classesOf = (sheet: string): ReadonlySet<string> => ruledIn(textOf(sheet));

function ruledIn(rules: string): ReadonlySet<string> {
  const selectors = withoutComments(rules).replaceAll(/\{[^{}]*\}/g, '{}');
  return new Set([...selectors.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name ?? ''));
}

/** What a module brings along: `static` with it, `lazy` when it asks for it. */
function importsOf(path: string): { readonly static: readonly string[]; readonly lazy: readonly string[] } {
  const text = modules.get(path) ?? '';
  const from = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([, target]) => relative(WEB, resolve(WEB, path, '..', target ?? '')));
  return {
    static: from(/^import (?!type )(?:[^;]*? from )?'(\.[^']+)'/gm),
    lazy: from(/import\('(\.[^']+)'\)/g),
  };
}

const broughtBy = new Map([...modules.keys()].map((path) => [path, importsOf(path)]));

/** The sheets that are there whenever a module is: those it imports, and those that whoever imports it always has. */
function sheetsWithEach(): ReadonlyMap<string, ReadonlySet<string>> {
  const importersOf = new Map<string, string[]>();
  for (const [importer, brought] of broughtBy) {
    for (const path of [...brought.static, ...brought.lazy]) {
      importersOf.set(path, [...(importersOf.get(path) ?? []), importer]);
    }
  }
  const own = (path: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(path)) return seen;
    seen.add(path);
    for (const each of broughtBy.get(path)?.static ?? []) own(each, seen);
    return seen;
  };
  const ownOf = new Map(
    [...modules.keys()].map((path) => [path, [...own(path)].filter((each) => sheets.includes(each))]),
  );
  // Everything at first, and less and less, until nothing more is taken away: imports may lead in a circle.
  const there = new Map<string, ReadonlySet<string>>([...modules.keys()].map((path) => [path, new Set(sheets)]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const [path, before] of there) {
      const [first, ...others] = (importersOf.get(path) ?? []).map(
        (importer) => there.get(importer) ?? new Set<string>(),
      );
      const always = [...(first ?? [])].filter((sheet) => others.every((each) => each.has(sheet)));
      const after = new Set([...(ownOf.get(path) ?? []), ...always]);
      if (after.size === before.size) continue;
      there.set(path, after);
      changed = true;
    }
  }
  return there;
}

/** What elements of the module are called, where it is written out: also the parts of a choice between two. */
function classesIn(path: string): ReadonlySet<string> {
  const attributes = [...(modules.get(path) ?? '').matchAll(/className=(?:"([^"]*)"|\{((?:[^{}]|\{[^{}]*\})*)\})/g)];
  const written = attributes.flatMap(([, plain, code = '']) => {
    if (plain !== undefined) return [plain];
    const quoted = [...code.matchAll(/'([^']*)'/g)].map(([, text = '']) => text);
    // What is put together of two halves is known when it is drawn.
    const templates = [...code.replaceAll(/'[^']*'/g, '').matchAll(/`([^`]*)`/g)].map(([, text = '']) => text);
    return [...quoted, ...templates.map((text) => text.replaceAll(/\S*\$\{[^}]*\}\S*/g, ' '))];
  });
  return new Set(written.flatMap((text) => text.split(/\s+/)).filter((name) => name !== ''));
}

describe('the sheets of the pages', () => {
  it.each(sheets)('%s is no longer than anybody reads', (sheet) => {
    expect(textOf(sheet).split('\n').length - 1).toBeLessThanOrEqual(LONGEST);
  });

  it('are each imported by a module', () => {
    const imported = new Set([...broughtBy.values()].flatMap((brought) => brought.static));
    expect(sheets.filter((sheet) => !imported.has(sheet))).toEqual([]);
  });

  it('have rules only for what some module calls an element: delete a rule with the last part that was drawn by it', () => {
    const all = [...modules.values()].join('\n');
    const isNamed = (name: string) =>
      new RegExp(`[\\s'"\`]${name}[\\s'"\`:]`).test(all) ||
      // `c${index}`
      new RegExp(`[\\s'"\`]${name.replace(/\d+$/, '')}\\$\\{`).test(all) ||
      name.startsWith('ant-');
    const unused = sheets.flatMap((sheet) =>
      [...classesOf(sheet)].filter((name) => !isNamed(name)).map((name) => `${sheet} .${name}`),
    );
    expect(unused).toEqual([]);
  });

  it('say what a class is in one place: call one of two parts of the same name something else', () => {
    const sheetsOf = new Map<string, Set<string>>();
    for (const sheet of sheets) {
      for (const [, selectors = ''] of withoutComments(textOf(sheet)).matchAll(/([^{}]+)\{/g)) {
        for (const selector of selectors.split(',').map((each) => each.trim())) {
          if (!/^\.[\w-]+$/.test(selector)) continue;
          sheetsOf.set(selector, (sheetsOf.get(selector) ?? new Set()).add(sheet));
        }
      }
    }
    expect(
      [...sheetsOf].filter(([, of]) => of.size > 1).map(([name, of]) => `${name} of ${[...of].join(', ')}`),
    ).toEqual([]);
  });

  it('are there with every part that they draw, whatever page was opened before: import the sheet in the part', () => {
    const ruledBy = new Map<string, string[]>();
    for (const sheet of sheets) {
      for (const name of classesOf(sheet)) ruledBy.set(name, [...(ruledBy.get(name) ?? []), sheet]);
    }
    const missing = [...sheetsWithEach()].flatMap(([path, there]) =>
      [...classesIn(path)]
        .filter((name) => ruledBy.has(name) && !ruledBy.get(name)?.some((sheet) => there.has(sheet)))
        .map((name) => `${path} .${name} of ${ruledBy.get(name)?.join(', ')}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('the sheets of the residents’ pages, sent as one', () => {
  const PAGES = resolve(WEB, '../functions/portal/public');
  const parts = readdirSync(PAGES, { recursive: true, encoding: 'utf8' });
  const beside = parts.filter((path) => path.endsWith('.css'));
  const text = (path: string): string => readFileSync(join(PAGES, path), 'utf8');
  const all = parts.filter((path) => path.endsWith('.ts')).map((path) => withoutComments(text(path)));

  it('are all sent', () => {
    const sent = RESIDENT_SHEETS.map((path) => relative(PAGES, resolve(WEB, '..', path)));
    expect(sent.toSorted()).toEqual(beside.toSorted());
  });

  it.each(beside)('%s is no longer than anybody reads, and rules only what a page of theirs names', (sheet) => {
    expect(text(sheet).split('\n').length - 1).toBeLessThanOrEqual(LONGEST);
    const unused = [...ruledIn(text(sheet))].filter(
      (name) => !all.some((module) => new RegExp(`[\\s'"\`]${name}[\\s'"\`$]`).test(module)),
    );
    expect(unused).toEqual([]);
  });
});
