// What pages need to know of the papers that are issued for a project: which there are, whose they are, and the form of each.
import type { Bilingual } from '../../domain/bilingual.ts';
import { documentKind } from '../../domain/paper/catalogue.ts';
import { issuersOf } from '../../domain/paper/issuing-parties.ts';
import { officeOf, seriesOf } from '../../domain/paper/offices.ts';
import { PAPER_CONTENTS, type TypesetCode } from '../../domain/paper/paper-contents.ts';
import type { Role } from '../../domain/parties.ts';
import { schemaOf } from './act-tables.ts';
import { alternativesOf, type FormSchema } from './form-schema.ts';

export interface PaperKind {
  readonly kind: TypesetCode;
  readonly title: Bilingual;
  /** 0: of no single step. */
  readonly step: number;
  readonly clause: string;
  readonly issuedBy: readonly Role[];
  /** Bears a 文号 of the office that issues it. */
  readonly numbered: boolean;
}

const KINDS = Object.keys(PAPER_CONTENTS) as TypesetCode[];
const isOfProject = (kind: TypesetCode): boolean =>
  alternativesOf(schemaOf(PAPER_CONTENTS[kind])).every(({ properties = {} }) => 'projectNo' in properties);

/** In the order of the procedure; papers of the district as a whole are issued elsewhere. */
export const paperKinds = (): readonly PaperKind[] =>
  KINDS.filter(isOfProject).map((kind) => {
    const { title, step, clause } = documentKind(kind);
    const issuedBy = issuersOf(kind);
    const numbered = issuedBy.some((role) => seriesOf(kind, officeOf(role, '330302001')) !== undefined);
    return { kind, title, step, clause, issuedBy, numbered };
  });

export const paperForms = (): Readonly<Record<string, FormSchema>> =>
  Object.fromEntries(KINDS.map((kind) => [kind, schemaOf(PAPER_CONTENTS[kind])]));
