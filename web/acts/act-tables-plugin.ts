// Takes titles and forms of the acts out of the rules while building, so that no rule has to be sent to a browser to
// draw a button, and none is written twice.
import type { Plugin } from 'vite';
import {
  actForms,
  actTitles,
  blankForms,
  calculatorForms,
  clauses,
  documentKinds,
  documentTitles,
  packs,
  programmeTitles,
} from './act-tables.ts';
import { paperForms, paperKinds } from './paper-tables.ts';

const TABLES: ReadonlyMap<string, () => unknown> = new Map<string, () => unknown>([
  ['virtual:act-titles', actTitles],
  ['virtual:act-forms', actForms],
  ['virtual:calculator-forms', calculatorForms],
  ['virtual:document-titles', documentTitles],
  ['virtual:programme-titles', programmeTitles],
  ['virtual:blank-forms', blankForms],
  ['virtual:clauses', clauses],
  ['virtual:packs', packs],
  ['virtual:document-kinds', documentKinds],
  ['virtual:paper-kinds', paperKinds],
  ['virtual:paper-forms', paperForms],
]);

export function actTables(): Plugin {
  return {
    name: 'jiugai-act-tables',
    resolveId: (id) => (TABLES.has(id) ? `\0${id}` : undefined),
    load(id) {
      const table = TABLES.get(id.slice(1));
      // JSON.parse of a text is read faster than the same value written as a program.
      return table && `export const table = JSON.parse(${JSON.stringify(JSON.stringify(table()))});`;
    },
  };
}
