// What a schema cannot say about a machine: every transition leads somewhere, every state is reached, every error name
// exists, every expression sees what it uses.
import type { Json } from '../../domain/json.ts';
import type { Branch, Catcher, DefinitionProblem, State } from './definition.ts';
import { checkExpression } from './expression-checks.ts';
import { isExpression } from './jsonata.ts';
import { RESERVED_ERRORS } from './retry.ts';
import { parseTimestamp } from './waits.ts';

const BEFORE = new Set(['input', 'context']);
const AFTER_RESULT = new Set(['input', 'context', 'result']);
const AFTER_ERROR = new Set(['input', 'context', 'errorOutput']);
const LAMBDA_ARGUMENTS = { required: ['FunctionName'], known: ['FunctionName', 'Payload'] };
const EXECUTION_ARGUMENTS = { required: ['StateMachineArn'], known: ['StateMachineArn', 'Input', 'Name'] };

export function checkMachine(root: Branch): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  checkBranch(root, '', new Set(), new Set(), (location, message) => problems.push({ location, message }));
  return problems;
}

export function innerBranches(state: State): Branch[] {
  if (state.Type === 'Parallel') return state.Branches;
  return state.Type === 'Map' ? [state.ItemProcessor] : [];
}

type Report = (location: string, message: string) => void;

function checkBranch(branch: Branch, at: string, outer: ReadonlySet<string>, names: Set<string>, report: Report): void {
  const assigned = new Set(Object.values(branch.States).flatMap(assignedNames));
  for (const name of assigned) {
    if (outer.has(name)) report(`${at}/States`, `assigns $${name}, which belongs to an outer scope`);
  }
  const variables = new Set([...outer, ...assigned]);
  checkTransitions(branch, at, report);
  for (const [name, state] of Object.entries(branch.States)) {
    const here = `${at}/States/${name}`;
    if (names.has(name)) report(here, 'has the name of another state of this machine');
    names.add(name);
    checkState(state, here, report);
    checkFields(state, here, variables, report);
    for (const [index, inner] of innerBranches(state).entries()) {
      const field = state.Type === 'Parallel' ? `Branches/${index}` : 'ItemProcessor';
      checkBranch(inner, `${here}/${field}`, variables, names, report);
    }
  }
}

function checkTransitions(branch: Branch, at: string, report: Report): void {
  const reached = new Set<string>();
  const reach = (name: string, from: string) => {
    const state = branch.States[name];
    if (!state) report(from, `leads to "${name}", which is no state of this branch`);
    else if (!reached.has(name)) {
      reached.add(name);
      for (const [field, next] of transitions(state)) reach(next, `${at}/States/${name}/${field}`);
    }
  };
  reach(branch.StartAt, `${at}/StartAt`);
  for (const name of Object.keys(branch.States)) {
    if (!reached.has(name)) report(`${at}/States/${name}`, 'is not reached from StartAt');
  }
}

function transitions(state: State): [string, string][] {
  const next: [string, string][] = 'Next' in state && state.Next ? [['Next', state.Next]] : [];
  if (state.Type === 'Choice') {
    next.push(...state.Choices.map((rule, i): [string, string] => [`Choices/${i}/Next`, rule.Next]));
    if (state.Default) next.push(['Default', state.Default]);
  }
  next.push(...catchersOf(state).map((catcher, i): [string, string] => [`Catch/${i}/Next`, catcher.Next]));
  return next;
}

function checkState(state: State, at: string, report: Report): void {
  const leaves = state.Type !== 'Choice' && state.Type !== 'Succeed' && state.Type !== 'Fail';
  if (leaves && !state.Next === !state.End) report(at, 'needs either Next or End');
  if (state.Type === 'Wait' && (state.Seconds === undefined) === (state.Timestamp === undefined)) {
    report(at, 'needs either Seconds or Timestamp');
  }
  if (
    state.Type === 'Map' &&
    state.ToleratedFailureCount !== undefined &&
    state.ToleratedFailurePercentage !== undefined
  ) {
    report(at, 'needs ToleratedFailureCount or ToleratedFailurePercentage, not both');
  }
  if (state.Type === 'Wait' && state.Timestamp !== undefined && !isExpression(state.Timestamp)) {
    if (parseTimestamp(state.Timestamp) === undefined) report(`${at}/Timestamp`, 'is no instant with an offset');
  }
  if (state.Type === 'Task') {
    const { TimeoutSeconds: timeout, HeartbeatSeconds: heartbeat } = state;
    if (typeof timeout === 'number' && typeof heartbeat === 'number' && heartbeat >= timeout) {
      report(`${at}/HeartbeatSeconds`, 'must be smaller than TimeoutSeconds');
    }
    checkArguments(state.Resource, state.Arguments, `${at}/Arguments`, report);
  }
  if ('Retry' in state) checkErrorNames(state.Retry, `${at}/Retry`, report);
  if ('Catch' in state) checkErrorNames(state.Catch, `${at}/Catch`, report);
}

function checkArguments(resource: string, template: Json, at: string, report: Report): void {
  if (typeof template !== 'object' || template === null) return;
  const { required, known } = resource.includes(':lambda:') ? LAMBDA_ARGUMENTS : EXECUTION_ARGUMENTS;
  for (const field of required) if (!(field in template)) report(at, `needs ${field}`);
  for (const field of Object.keys(template)) if (!known.includes(field)) report(`${at}/${field}`, 'is not supported');
}

function checkErrorNames(rules: { ErrorEquals: string[] }[] | undefined, at: string, report: Report): void {
  for (const [index, { ErrorEquals: names }] of rules?.entries() ?? []) {
    const here = `${at}/${index}/ErrorEquals`;
    if (names.includes('States.ALL') && (names.length > 1 || index < (rules?.length ?? 0) - 1)) {
      report(here, 'States.ALL must stand alone and last');
    }
    for (const name of names) {
      if (name.startsWith('States.') && !RESERVED_ERRORS.has(name))
        report(here, `"${name}" is no error of Step Functions`);
    }
  }
}

function checkFields(state: State, at: string, variables: ReadonlySet<string>, report: Report): void {
  const hasResult = state.Type === 'Task' || state.Type === 'Parallel' || state.Type === 'Map';
  for (const [field, value] of Object.entries(state)) {
    if (field === 'Choices' || field === 'Catch') {
      const states = field === 'Catch' ? AFTER_ERROR : BEFORE;
      for (const [index, rule] of (Array.isArray(value) ? value : []).entries()) {
        checkTemplate(rule, `${at}/${field}/${index}`, { states, variables }, report);
      }
    } else if (field === 'Output' || field === 'Assign') {
      checkTemplate(value, `${at}/${field}`, { states: hasResult ? AFTER_RESULT : BEFORE, variables }, report);
    } else if (field !== 'Branches' && field !== 'ItemProcessor' && field !== 'Comment') {
      checkTemplate(value, `${at}/${field}`, { states: BEFORE, variables }, report);
    }
  }
}

function checkTemplate(
  template: unknown,
  at: string,
  visible: Parameters<typeof checkExpression>[1],
  report: Report,
): void {
  if (typeof template === 'string') {
    if (isExpression(template)) for (const problem of checkExpression(template, visible)) report(at, problem);
  } else if (typeof template === 'object' && template !== null) {
    for (const [key, value] of Object.entries(template)) checkTemplate(value, `${at}/${key}`, visible, report);
  }
}

function assignedNames(state: State): string[] {
  const rules = state.Type === 'Choice' ? state.Choices : catchersOf(state);
  const own = 'Assign' in state ? [state.Assign] : [];
  return [...own, ...rules.map((rule) => rule.Assign)].flatMap((assign) => Object.keys(assign ?? {}));
}

function catchersOf(state: State): Catcher[] {
  return 'Catch' in state ? (state.Catch ?? []) : [];
}
