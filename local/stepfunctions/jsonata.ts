// Evaluates the fields of a state: JSON in which every string between {% and %} is a JSONata expression.
import jsonata from 'jsonata';
import type { Json, JsonObject } from '../../domain/json.ts';
import { EvaluationError } from './errors.ts';
import type { Eventual } from './eventual.ts';
import { expressionFunctions, scopeFunctions } from './jsonata-functions.ts';
import { type PlainExpression, plainExpression } from './plain-expressions.ts';

/** What an expression can see: `$states`, the variables, and the clock and the dice of the engine. */
export interface Scope {
  readonly states: {
    readonly input: Json;
    readonly result?: Json;
    readonly errorOutput?: JsonObject;
  };
  /** `$states.context`, which hardly any expression asks for. */
  readonly context: () => object;
  readonly variables: JsonObject;
  readonly now: number;
  readonly random: () => number;
}

interface Expression {
  readonly source: string;
  readonly compiled: jsonata.Expression;
  readonly plain: PlainExpression | undefined;
}

/** An expression with functions of its own could call itself for ever, and stop the whole process with it. */
const MOST_STEPS = 250_000;
const ENTRY = Symbol.for('jsonata.__evaluate_entry');

const expressions = new Map<string, Expression>();
const constants = new WeakMap<object, boolean>();

function limitSteps(expression: jsonata.Expression): void {
  // Every evaluation has a timestamp object of its own, which all of its environments share.
  const steps = new WeakMap<Date, number>();
  const count = (_node: unknown, _input: unknown, { timestamp }: { timestamp: Date }) => {
    const taken = (steps.get(timestamp) ?? 0) + 1;
    if (taken > MOST_STEPS) throw new Error(`it takes more than ${MOST_STEPS} steps`);
    steps.set(timestamp, taken);
  };
  // jsonata takes symbols here, which its types do not say.
  expression.assign(ENTRY as unknown as string, count);
}

export function isExpression(text: string): boolean {
  return text.startsWith('{%') && text.endsWith('%}');
}

/** Throws jsonata's error if the expression between {% and %} is not JSONata. */
export function compileExpression(text: string): Expression {
  let expression = expressions.get(text);
  if (!expression) {
    const source = text.slice(2, -2).trim();
    const compiled = jsonata(source);
    for (const [name, implementation] of Object.entries(expressionFunctions)) {
      compiled.registerFunction(name, implementation);
    }
    if (/function|λ/.test(source)) limitSteps(compiled);
    expression = { source, compiled, plain: plainExpression(source) };
    expressions.set(text, expression);
  }
  return expression;
}

/** `field` is the path of the template inside its state, for people who read the error. */
export function evaluate(template: Json, field: string, scope: Scope): Eventual<Json> {
  const plain = walkTemplate(template, scope);
  return plain === undefined ? evaluateTemplate(template, field, scope) : plain;
}

async function evaluateTemplate(template: Json, field: string, scope: Scope): Promise<Json> {
  if (typeof template === 'string') return evaluateExpression(compileExpression(template), field, scope);
  if (Array.isArray(template)) {
    const items: Json[] = [];
    for (const [index, item] of template.entries()) items.push(await evaluate(item, `${field}[${index}]`, scope));
    return items;
  }
  const entries: [string, Json][] = [];
  for (const [key, value] of Object.entries(template ?? {})) {
    entries.push([key, await evaluate(value, `${field}/${key}`, scope)]);
  }
  return Object.fromEntries(entries);
}

async function evaluateExpression(expression: Expression, field: string, scope: Scope): Promise<Json> {
  const failed = (what: string, detail = '') =>
    new EvaluationError(
      field,
      `The JSONata expression '${expression.source}' specified for the field '${field}' ${what}.${detail}`,
    );
  let result: unknown;
  try {
    result = await expression.compiled.evaluate(undefined, {
      ...scopeFunctions(scope),
      ...scope.variables,
      states: {
        ...scope.states,
        get context() {
          return scope.context();
        },
      },
    });
  } catch (error) {
    throw failed('threw an error during evaluation', ` ${jsonataMessage(error)}`);
  }
  if (result === undefined) throw failed('returned nothing (undefined)');
  if (isFunction(result)) throw failed('returned an unsupported result type');
  // Without functions inside, and without the hidden properties that JSONata leaves on its sequences.
  return JSON.parse(JSON.stringify(result));
}

/** What the template comes to without JSONata; undefined if any of it needs that. */
function walkTemplate(template: Json, scope: Scope): Json | undefined {
  if (isConstant(template)) return template;
  if (typeof template === 'string') {
    return compileExpression(template).plain?.(scope);
  }
  if (Array.isArray(template)) return undefined;
  const walked: Record<string, Json> = {};
  for (const [key, value] of Object.entries(template ?? {})) {
    const plain = walkTemplate(value, scope);
    if (plain === undefined || key === '__proto__') return undefined;
    walked[key] = plain;
  }
  return walked;
}

function isConstant(template: Json): boolean {
  if (typeof template === 'string') return !isExpression(template);
  if (typeof template !== 'object' || template === null) return true;
  let constant = constants.get(template);
  if (constant === undefined) {
    constant = Object.values(template).every(isConstant);
    constants.set(template, constant);
  }
  return constant;
}

function isFunction(value: unknown): boolean {
  if (typeof value === 'function') return true;
  return typeof value === 'object' && value !== null && ('_jsonata_function' in value || '_jsonata_lambda' in value);
}

/** jsonata throws plain objects `{code, message}` for its own errors, and Errors for those of functions. */
export function jsonataMessage(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const message = 'message' in error ? String(error.message) : 'unknown error';
  return 'code' in error ? `${error.code}: ${message}` : message;
}
