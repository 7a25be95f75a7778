// Lists the worksheets of a guarded workbook: name, whether people can see it, and which part holds it.
import { AmbiguousTag, tagsOf } from './xml-tags.ts';

export interface Worksheet {
  readonly name: string;
  /** Place among the sheets, as the reader counts them. */
  readonly index: number;
  readonly hidden: boolean;
  readonly path: string;
}

const RELATIONSHIP: ReadonlySet<string> = new Set(['Relationship']);
const SHEET: ReadonlySet<string> = new Set(['sheet']);

export function worksheetsOf(parts: ReadonlyMap<string, string>): readonly Worksheet[] {
  const paths = new Map<string, string>();
  for (const { attributes } of tagsOf(parts.get('xl/_rels/workbook.xml.rels') ?? '', RELATIONSHIP)) {
    const id = attributes.get('Id') ?? '';
    if (paths.has(id)) throw new AmbiguousTag('relationship given twice');
    paths.set(id, pathOf(attributes.get('Target') ?? ''));
  }
  return [...tagsOf(parts.get('xl/workbook.xml') ?? '', SHEET)].map(({ attributes }, index) => {
    const path = paths.get(attributes.get('r:id') ?? '') ?? '';
    if (!parts.has(path)) throw new AmbiguousTag('sheet without a part');
    const hidden = (attributes.get('state') ?? 'visible') !== 'visible';
    return { name: attributes.get('name') ?? '', index, hidden, path };
  });
}

/** Targets are written relative to xl/ or from the root. */
const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);
