// Walks the opening tags of spreadsheet XML and throws on any tag that two parsers might read differently.

export interface Tag {
  /** Without namespace prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

export class AmbiguousTag extends Error {}

const ATTRIBUTE = /\s+([^\s=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

/** Opening tags of the given names, in the order of the document. */
export function* tagsOf(xml: string, names: ReadonlySet<string>): Generator<Tag> {
  for (const [, name = '', written = ''] of xml.matchAll(openingTags(names))) {
    yield { name, attributes: attributesOf(written) };
  }
}

/** Finds the opening tags of these names, and what is written in them, whatever their prefix is. */
export function openingTags(names: ReadonlySet<string>): RegExp {
  return new RegExp(`<(?!/)(?:[^\\s<>:]*:)?(${[...names].join('|')})(?=[\\s/>])([^>]*)>`, 'g');
}

export function attributesOf(written: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  let end = 0;
  ATTRIBUTE.lastIndex = 0;
  for (let found = ATTRIBUTE.exec(written); found !== null; found = ATTRIBUTE.exec(written)) {
    const [, name = '', inDouble, inSingle = ''] = found;
    if (attributes.has(name)) throw new AmbiguousTag('attribute given twice');
    attributes.set(name, inDouble ?? inSingle);
    end = ATTRIBUTE.lastIndex;
  }
  if (!/^\s*\/?$/.test(written.slice(end))) throw new AmbiguousTag('attribute not well formed');
  return attributes;
}
