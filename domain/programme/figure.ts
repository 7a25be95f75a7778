// Figures of the programme: every number comes with the ledger entries that it was computed from.
import type { Bilingual } from '../bilingual.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { decimalOf, printAmount, sum } from '../money/money.ts';
import type { ActName } from '../projects/act-names.ts';
import type { Project } from '../projects/project.ts';
import type { State } from '../projects/states.ts';
import type { SiteProblem } from '../projects/works/site-problems.ts';

export interface EntryRef {
  readonly projectId: string;
  readonly seq: number;
}

export interface Figure<Value extends number | string = number | string> {
  readonly value: Value;
  readonly entries: readonly EntryRef[];
}

export type Count = Figure<number>;
/** Yuan, ㎡ or percent, two decimals. */
export type Amount = Figure<string>;

/** How a figure is called, where it stands in the text, and how it is counted as of a day. */
export interface FigureDefinition extends Bilingual {
  readonly clause: string;
  of(projects: readonly Project[], on: PlainDate): Figure;
}

/** Where in a project's ledger it shows. */
export type RefsOf = (project: Project) => readonly EntryRef[];

export const countOf = (projects: readonly Project[], refsOf: RefsOf): Count => ({
  value: projects.length,
  entries: projects.flatMap(refsOf),
});

export const amountOf = (
  projects: readonly Project[],
  yuanOf: (project: Project) => string,
  refsOf: RefsOf,
): Amount => ({
  value: printAmount(sum(projects.map((project) => decimalOf(yuanOf(project))))),
  entries: projects.flatMap(refsOf),
});

/** Counts things of which a project has several: petitions, problems, defects; duties also share the entry that calls for them. */
export const countEach = (
  projects: readonly Project[],
  thingsOf: (project: Project) => readonly { readonly seq: number }[],
): Count => {
  const things = projects.map((project) => ({ project, seqs: thingsOf(project).map(({ seq }) => seq) }));
  return {
    value: things.reduce((total, { seqs }) => total + seqs.length, 0),
    entries: things.flatMap(({ project, seqs }) => [...new Set(seqs)].map((seq) => refTo(project, seq))),
  };
};

const refTo = ({ projectId }: Project, seq: number): EntryRef => ({ projectId, seq });

/** Every entry of these acts. */
export const entriesOf =
  (...acts: readonly ActName[]): RefsOf =>
  (project) =>
    acts.flatMap((act) => project.programme.trail[act] ?? []).map(({ seq }) => refTo(project, seq));

/** The last entry of each of these acts. */
export const lastOf =
  (...acts: readonly ActName[]): RefsOf =>
  (project) =>
    acts.flatMap((act) => project.programme.trail[act]?.at(-1) ?? []).map(({ seq }) => refTo(project, seq));

/** The entry that last led into the state. */
export const entryInto =
  (state: State): RefsOf =>
  (project) => {
    const mark = project.programme.entered[state];
    return mark ? [refTo(project, mark.seq)] : [];
  };

/** The entry that led to where the project stands. */
export const entryIntoPresent: RefsOf = (project) => entryInto(project.state)(project);

/** The entry that opened something with several. */
export const firstEntry = ({ seqs }: { readonly seqs: readonly number[] }): { readonly seq: number } => ({
  seq: seqs[0] ?? 0,
});

/** The entries that raised the problems on site of which `holds` is true. */
export const problemsRaised = (
  { works, programme }: Project,
  holds: (problem: SiteProblem) => boolean,
): readonly { readonly seq: number }[] =>
  works.problems.filter(holds).flatMap(({ no }) => programme.trail['log-site-problem']?.[no - 1] ?? []);
