// What the state machines say of themselves: their texts, the functions and the machines that they name.
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../statemachines/', import.meta.url);
const PLACEHOLDER = /\$\{(\w+)\}/g;
const MACHINE = /Machine$/;

export interface MachineDefinition {
  /** `confirm-plan` */
  readonly name: string;
  /** `ConfirmPlan`; other machines name it `${ConfirmPlanMachine}`. */
  readonly id: string;
  readonly text: string;
  /** Functions that it calls, by placeholder: `TallyPlanBallot`. */
  readonly functions: readonly string[];
  /** Machines that it starts, by id. */
  readonly machines: readonly string[];
}

export const pascalCase = (name: string): string =>
  name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Children before the machines that start them. */
export function readMachineDefinitions(): readonly MachineDefinition[] {
  const waiting = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.asl.json'))
    .toSorted()
    .map((file) => definitionOf(file.replace('.asl.json', ''), readFileSync(new URL(file, FOLDER), 'utf8')));
  const ordered: MachineDefinition[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ machines }) => machines.every((id) => ordered.some((done) => done.id === id)));
    if (next < 0) throw new Error(`machines in a circle: ${waiting.map(({ name }) => name).join(', ')}`);
    ordered.push(...waiting.splice(next, 1));
  }
  return ordered;
}

function definitionOf(name: string, text: string): MachineDefinition {
  const named = [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))].filter(
    (placeholder) => placeholder !== 'Partition',
  );
  return {
    name,
    id: pascalCase(name),
    // Without the indentation the ten texts are half as long; a template may have one megabyte.
    text: JSON.stringify(JSON.parse(text)),
    functions: named.filter((placeholder) => !MACHINE.test(placeholder)),
    machines: named
      .filter((placeholder) => MACHINE.test(placeholder))
      .map((placeholder) => placeholder.replace(MACHINE, '')),
  };
}
