// Reads the state machines as they are deployed: every file, its placeholders filled in, its states listed with their paths.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../../statemachines/', import.meta.url);

export interface AslState {
  readonly Type: string;
  readonly [field: string]: unknown;
}

export interface AslScope {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, AslState>>;
}

export interface Machine extends AslScope {
  /** File name without ending, `confirm-plan`. */
  readonly name: string;
  readonly text: string;
  readonly Comment?: string;
  readonly QueryLanguage?: string;
}

export const machines: readonly Machine[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.asl.json'))
  .sort()
  .map((file) => {
    const text = readFileSync(fileURLToPath(new URL(file, FOLDER)), 'utf8');
    return { ...(JSON.parse(text) as AslScope), name: file.replace('.asl.json', ''), text };
  });

export interface LocatedState {
  readonly machine: string;
  readonly name: string;
  readonly state: AslState;
  readonly scope: AslScope;
}

/** Every state of a machine, also inside branches and maps. */
export function statesOf(machine: Machine): readonly LocatedState[] {
  const walk = (scope: AslScope): LocatedState[] =>
    Object.entries(scope.States).flatMap(([name, state]) => [
      { machine: machine.name, name, state, scope },
      ...((state.Branches as AslScope[] | undefined) ?? []).flatMap(walk),
      ...(state.ItemProcessor ? walk(state.ItemProcessor as AslScope) : []),
    ]);
  return walk(machine);
}

export const placeholdersOf = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1] ?? '')),
];

/** Tally plan ballot / tally-plan-ballot → TallyPlanBallot. */
export const pascalCase = (words: string): string =>
  words
    .split(/[\s-]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** Tally plan ballot → tally-plan-ballot. */
export const kebabCase = (words: string): string => words.toLowerCase().replaceAll(' ', '-');

/** TallyPlanBallot → tally-plan-ballot. */
export const kebabOfPascal = (name: string): string => name.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase();
