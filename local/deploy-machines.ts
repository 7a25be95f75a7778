// Gives the state machines to the embedded Step Functions, as a deployment gives them to AWS: placeholders filled in, children first.
import { readdirSync, readFileSync } from 'node:fs';

interface Deployer {
  deployStateMachine(request: { name: string; definition: string }): { stateMachineArn: string };
}

const FOLDER = new URL('../statemachines/', import.meta.url);
const PLACEHOLDER = /\$\{(\w+)\}/g;

/** RenovationMachine ← renovation; functions are called by the name that stands in the placeholder. */
const machinePlaceholder = (name: string): string =>
  `${name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}Machine`;

/** ARNs by machine name. Throws when a machine names one that does not exist. */
export function deployMachines(engine: Deployer): ReadonlyMap<string, string> {
  const waiting = new Map(
    readdirSync(FOLDER)
      .filter((file) => file.endsWith('.asl.json'))
      .map((file) => [file.replace('.asl.json', ''), readFileSync(new URL(file, FOLDER), 'utf8')]),
  );
  const arns = new Map<string, string>();
  const values = new Map([['Partition', 'aws']]);
  while (waiting.size > 0) {
    const [name, text] = [...waiting].find(([, source]) => missingMachines(source, values).length === 0) ?? [];
    if (name === undefined || text === undefined) {
      throw new Error(`machines that start each other or one that does not exist: ${[...waiting.keys()].join(', ')}`);
    }
    const definition = text.replace(PLACEHOLDER, (_, placeholder: string) => values.get(placeholder) ?? placeholder);
    const { stateMachineArn } = engine.deployStateMachine({ name, definition });
    arns.set(name, stateMachineArn);
    values.set(machinePlaceholder(name), stateMachineArn);
    waiting.delete(name);
  }
  return arns;
}

const missingMachines = (text: string, values: ReadonlyMap<string, string>): readonly string[] =>
  [...text.matchAll(PLACEHOLDER)]
    .map((match) => match[1] ?? '')
    .filter((placeholder) => placeholder.endsWith('Machine') && !values.has(placeholder));
