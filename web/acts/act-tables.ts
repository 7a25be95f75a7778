// What pages need to know of the acts, computed from their definitions: titles, clauses and the JSON Schema of each form.
import * as z from 'zod';
import type { Bilingual } from '../../domain/bilingual.ts';
import { adjustBudgetInput, setBudgetInput } from '../../domain/budget/budget.ts';
import { ballotInput } from '../../domain/calculators/ballot.ts';
import { eligibilityInput } from '../../domain/calculators/eligibility.ts';
import { fundingInput } from '../../domain/calculators/funding.ts';
import { publicityInput } from '../../domain/calculators/publicity.ts';
import { settlementInput } from '../../domain/calculators/settlement.ts';
import { tenderInput } from '../../domain/calculators/tender.ts';
import { BLANK_FORMS } from '../../domain/paper/blank-forms.ts';
import { DOCUMENT_KINDS, type DocumentKind, documentKind } from '../../domain/paper/catalogue.ts';
import { issuersOf } from '../../domain/paper/issuing-parties.ts';
import type { Role } from '../../domain/parties.ts';
import { PACKS } from '../../domain/policy/packs.ts';
import type { Rule } from '../../domain/policy/rule.ts';
import { RULES } from '../../domain/policy/rule-catalogue.ts';
import { DUTIES } from '../../domain/programme/duties.ts';
import type { Duty } from '../../domain/programme/duty.ts';
import type { ActName } from '../../domain/projects/act-names.ts';
import { ACTS } from '../../domain/projects/acts.ts';
import { CONTENTS } from '../../domain/projects/programme/contents.ts';
import { type ParameterRow, parameterRows } from '../sentences/rule-parameters.ts';
import type { FormSchema } from './form-schema.ts';

export interface ActTitle {
  readonly title: Bilingual;
  readonly step: number;
  readonly clause: string;
}

export function actTitles(): Record<ActName, ActTitle> {
  return mapValues(ACTS, ({ title, step, clause }) => ({ title, step, clause }));
}

/** Forms that are no act of a project but are filled in the same way. */
const BUDGET_FORMS = { 'set-budget': setBudgetInput, 'adjust-budget': adjustBudgetInput };
export type BudgetForm = keyof typeof BUDGET_FORMS;

export function actForms(): Record<ActName | BudgetForm, FormSchema> {
  return { ...mapValues(ACTS, ({ input }) => schemaOf(input)), ...mapValues(BUDGET_FORMS, schemaOf) };
}

const CALCULATORS = {
  ballot: ballotInput,
  funding: fundingInput,
  settlement: settlementInput,
  publicity: publicityInput,
  eligibility: eligibilityInput,
  tender: tenderInput,
};
export type CalculatorName = keyof typeof CALCULATORS;

export const calculatorForms = (): Record<CalculatorName, FormSchema> => mapValues(CALCULATORS, schemaOf);

export const documentTitles = (): Record<string, Bilingual> =>
  Object.fromEntries(DOCUMENT_KINDS.map(({ code, title }) => [code, title]));

/** Values of closed lists that the domain names itself: what works touch, and the duties of 三(二). */
export const programmeTitles = (): Record<string, Bilingual> => ({
  ...CONTENTS,
  ...mapValues(DUTIES, ({ title }: Duty) => title),
});

export interface Quoted {
  readonly rule: string;
  readonly quote: string;
  readonly reading?: Bilingual;
}

/** The words of the source by clause, with the reading adopted where they are open. */
export function clauses(): Record<string, Quoted[]> {
  const quoted: Record<string, Quoted[]> = {};
  for (const [rule, { clause, quote, reading }] of Object.entries<Rule>(RULES)) {
    const there = quoted[clause] ?? [];
    if (there.some((each) => each.quote === quote)) continue;
    quoted[clause] = [...there, { rule, quote, ...(reading && { reading }) }];
  }
  return quoted;
}

export interface PackTable {
  readonly title: Bilingual;
  readonly instrument: string;
  readonly version: string;
  readonly effectiveFrom: string;
  readonly parameters: readonly ParameterRow[];
}

/** The numbers of each pack with the place that each stands in; a pack is a file and cannot be edited here. */
export const packs = (): readonly PackTable[] =>
  Object.values(PACKS).map(({ title, instrument, version, effectiveFrom, ...pack }) => ({
    ...{ title, instrument, version, effectiveFrom },
    parameters: parameterRows(pack),
  }));

export interface FormToPrint {
  readonly kind: string;
  readonly title: Bilingual;
  readonly printedBy: readonly Role[];
}

/** Forms to fill in by hand, and who prints them. */
export const blankForms = (): readonly FormToPrint[] =>
  BLANK_FORMS.map((kind) => ({ kind, title: documentKind(kind).title, printedBy: issuersOf(kind) }));

export const documentKinds = (): readonly DocumentKind[] => DOCUMENT_KINDS;

export function schemaOf(input: z.ZodType): FormSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
  // FormSchema names the words of JSON Schema that the inputs use; a test holds them to it.
  return schema as FormSchema;
}

function mapValues<Name extends string, From, To>(
  table: Readonly<Record<Name, From>>,
  map: (value: From) => To,
): Record<Name, To> {
  // Object.entries forgets the names of a closed table.
  return Object.fromEntries(Object.entries<From>(table).map(([name, value]) => [name, map(value)])) as Record<Name, To>;
}
