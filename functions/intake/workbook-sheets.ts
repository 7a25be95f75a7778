// Lists the worksheets of a guarded workbook: name, whether people can see it, and where its XML is.
import { tagsOf } from './xml-tags.ts';

export interface Worksheet {
  readonly name: string;
  /** Place among the sheets, as the reader counts them. */
  readonly index: number;
  readonly hidden: boolean;
  readonly xml: string;
}

export function worksheetsOf(parts: ReadonlyMap<string, string>): readonly Worksheet[] {
  const paths = new Map<string, string>();
  for (const { attributes } of tagsOf(parts.get('xl/_rels/workbook.xml.rels') ?? '', new Set(['Relationship']))) {
    if (attributes.get('Type')?.endsWith('/worksheet')) {
      paths.set(attributes.get('Id') ?? '', pathOf(attributes.get('Target') ?? ''));
    }
  }
  return [...tagsOf(parts.get('xl/workbook.xml') ?? '', new Set(['sheet']))].map(({ attributes }, index) => ({
    name: attributes.get('name') ?? '',
    index,
    hidden: (attributes.get('state') ?? 'visible') !== 'visible',
    xml: parts.get(paths.get(attributes.get('r:id') ?? '') ?? '') ?? '',
  }));
}

/** Targets are written relative to xl/ or from the root. */
const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);
