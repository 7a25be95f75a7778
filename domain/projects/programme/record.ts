// What the programme around the procedure knows of a project: where each figure comes from, and what runs beside the nine steps.
import type { PlainDate } from '../../calendar/plain-date.ts';
import type { SpecialLine } from '../../policy/rules/special-lines.ts';
import type { ActName } from '../act-names.ts';
import type { State } from '../states.ts';
import type { ContentsDeclared } from './contents.ts';
import type { Defect } from './defects.ts';
import type { Petition } from './petitions.ts';
import type { Premises } from './premises.ts';

/** One entry of the project's ledger, as figures refer to it. */
export interface Mark {
  readonly seq: number;
  readonly on: PlainDate;
  /** Codes of its findings that are not simply in order. */
  readonly codes?: readonly string[];
}

export interface SpecialLineItem {
  /** Counted through the project, from 1. */
  readonly no: number;
  readonly line: SpecialLine;
  readonly item: string;
  /** Yuan set aside by the special line. */
  readonly amount: string;
  readonly paid: string;
  /** Number of the item of the plan that is the same work: it is in the total investment already. */
  readonly planItem?: string;
  /** The rule that funds the item apart (F-05 “已有明文规定”). */
  readonly expressRule?: string;
  /** Entry that listed it, then those that paid on it. */
  readonly seqs: readonly number[];
}

export interface ManagementReview {
  readonly year: string;
  readonly inPlace: boolean;
  readonly reviewedOn: PlainDate;
}

export interface ProgrammeRecord {
  /** The entries of each act, first to last. */
  readonly trail: Readonly<Partial<Record<ActName, readonly Mark[]>>>;
  /** The entry that last led into each state. */
  readonly entered: Readonly<Partial<Record<State, Mark>>>;
  readonly application?: { readonly year: string; readonly appliedOn: PlainDate; readonly seq: number };
  readonly contents?: ContentsDeclared;
  readonly discharged: readonly { readonly duty: string; readonly party: string; readonly on: PlainDate }[];
  readonly siteLog?: { readonly days: number; readonly lastOn: PlainDate };
  readonly progress?: { readonly publishedOn: PlainDate; readonly percent: number; readonly nextOn: PlainDate };
  readonly specialLines: readonly SpecialLineItem[];
  readonly premises: readonly Premises[];
  readonly defects: readonly Defect[];
  readonly reviews: readonly ManagementReview[];
  readonly petitions: readonly Petition[];
  /** Total of the final accounts as they were handed in, before the audit (送审价). */
  readonly billed?: string;
}

export const NO_PROGRAMME: ProgrammeRecord = {
  trail: {},
  entered: {},
  discharged: [],
  specialLines: [],
  premises: [],
  defects: [],
  reviews: [],
  petitions: [],
};
