// Reads an expression before it ever runs: refuses what could only fail in the middle of a procedure years later.
import { compileExpression, jsonataMessage } from './jsonata.ts';

const JSONATA_FUNCTIONS =
  'sum count max min average string substring substringBefore substringAfter lowercase uppercase length trim pad match contains replace split join formatNumber formatBase formatInteger parseInteger number floor ceil round abs sqrt power random boolean not map zip filter single reduce sift keys lookup append exists spread merge reverse each error assert type sort shuffle distinct base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl toMillis fromMillis clone now millis';
const STEP_FUNCTIONS = 'partition range hash uuid parse';
const FUNCTIONS = new Set(`${JSONATA_FUNCTIONS} ${STEP_FUNCTIONS}`.split(' '));

export interface Visible {
  /** Which fields `$states` has in this place. */
  readonly states: ReadonlySet<string>;
  readonly variables: ReadonlySet<string>;
}

/** Sentences about what is wrong with the expression; none if it can run. */
export function checkExpression(text: string, visible: Visible): string[] {
  let ast: unknown;
  try {
    ast = compileExpression(text).compiled.ast();
  } catch (error) {
    return [`is not a JSONata expression: ${jsonataMessage(error)}`];
  }
  const found = { used: new Set<string>(), bound: new Set<string>(), states: new Set<string>() };
  visit(ast, found);
  const problems = [...found.states]
    .filter((field) => !visible.states.has(field))
    .map((field) => `uses $states.${field}, which is not there; there is ${[...visible.states].join(', ')}`);
  for (const name of found.used) {
    if (name === 'eval') problems.push('uses $eval, which Step Functions does not have; use $parse');
    else if (name === '' || name === '$' || name === 'states' || found.bound.has(name)) continue;
    else if (!FUNCTIONS.has(name) && !visible.variables.has(name))
      problems.push(`uses $${name}, which nothing assigns`);
  }
  return problems;
}

interface Found {
  readonly used: Set<string>;
  readonly bound: Set<string>;
  readonly states: Set<string>;
}

/** jsonata does not type its syntax tree completely, so the walk takes every node as an unknown object. */
function visit(node: unknown, found: Found): void {
  if (Array.isArray(node)) {
    for (const child of node) visit(child, found);
    return;
  }
  if (!isNode(node)) return;
  const { type, value, lhs, arguments: parameters, steps, focus, index } = node;
  if (type === 'variable' && typeof value === 'string') found.used.add(value);
  if (type === 'bind' && isNode(lhs)) found.bound.add(String(lhs.value));
  if (type === 'lambda' && Array.isArray(parameters)) for (const p of parameters) found.bound.add(String(p.value));
  for (const tuple of [focus, index]) if (typeof tuple === 'string') found.bound.add(tuple);
  if (type === 'path' && Array.isArray(steps)) {
    const [root, field] = steps;
    if (isNode(root) && root.type === 'variable' && root.value === 'states' && isNode(field) && field.type === 'name') {
      found.states.add(String(field.value));
    }
  }
  for (const child of Object.values(node)) visit(child, found);
}

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof RegExp);
}
