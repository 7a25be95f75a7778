// The machines under lint: valid ASL, nothing but waiting and choosing, every name in them real, one name per act.
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import validate from 'asl-validator';
import { describe, expect, it } from 'vitest';
import { FAULTS, REFUSALS } from '../../domain/errors.ts';
import { kebabCase, kebabOfPascal, machines, pascalCase, placeholdersOf, statesOf } from './machines.ts';

const ROOT = new URL('../../', import.meta.url);
const all = machines.flatMap(statesOf);
const tasks = all.filter(({ state }) => state.Type === 'Task');
const where = ({ machine, name }: { machine: string; name: string }): string => `${machine}: ${name}`;

/** Errors that Step Functions and its integrations raise by themselves. */
const SERVICE_ERROR = /^(?:States\.(?:ALL|Timeout|TaskFailed|HeartbeatTimeout)|Lambda\.\w+|StepFunctions\.\w+)$/;

/** Every step and act: file name → folder. */
const stepFiles = new Map(
  readdirSync(new URL('functions/', ROOT), { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[\w-]+\/[\w-]+\.ts$/.test(path))
    .map((path) => [path.replace(/^.*\//, '').replace('.ts', ''), path] as const),
);

const expressionsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return value.startsWith('{%') ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(expressionsOf);
};

const assignedIn = (machine: string): ReadonlySet<string> =>
  new Set(
    all
      .filter((located) => located.machine === machine)
      .flatMap(({ state }) => [
        ...Object.keys((state.Assign as object | undefined) ?? {}),
        ...((state.Catch as { Assign?: object }[] | undefined) ?? []).flatMap(({ Assign }) =>
          Object.keys(Assign ?? {}),
        ),
        ...((state.Choices as { Assign?: object }[] | undefined) ?? []).flatMap(({ Assign }) =>
          Object.keys(Assign ?? {}),
        ),
      ]),
  );

/** Functions of JSONata and of Step Functions that our machines may use. */
const FUNCTIONS = [
  'states',
  'millis',
  'toMillis',
  'fromMillis',
  'max',
  'min',
  'floor',
  'string',
  'now',
  'exists',
  'filter',
  'count',
];

describe('the state machines', () => {
  it('are valid under the validator of the States Language', () => {
    const invalid = machines.flatMap(({ name, text }) => {
      const filled = text
        .replaceAll('${Partition}', 'aws')
        .replace(/\$\{(\w+)Machine\}/g, 'arn:aws:states:eu-west-1:123456789012:stateMachine:$1')
        .replace(/\$\{(\w+)\}/g, '$1');
      const { isValid, errors } = validate(JSON.parse(filled), { checkPaths: false });
      return isValid ? [] : errors.map(({ Message }) => `${name}: ${Message}`);
    });
    expect(invalid).toEqual([]);
  });

  it('speak JSONata and say in their comment what they are for, in the words of the procedure', () => {
    const lacking = machines.filter(
      ({ QueryLanguage, Comment }) => QueryLanguage !== 'JSONata' || !/[一-鿿]|二\(三\)/.test(Comment ?? ''),
    );
    expect(lacking.map(({ name }) => name)).toEqual([]);
  });

  it('hold only waiting, choosing, trying again, side-by-side and each-of: everything else is a decision and belongs in domain', () => {
    const kinds = ['Task', 'Pass', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map'];
    expect(all.filter(({ state }) => !kinds.includes(state.Type)).map(where)).toEqual([]);
    const computing = all
      .filter(({ state }) => state.Type === 'Choice')
      .flatMap((located) =>
        ((located.state.Choices as { Condition: string }[]) ?? [])
          .filter(
            ({ Condition }) =>
              !/^\{% (?:\$\w+ (?:=|in) (?:'[\w-]+'|\d+|\[[^\]]*\])(?: (?:or|and) )?)+ %\}$/.test(Condition),
          )
          .map(({ Condition }) => `${where(located)}: ${Condition}`),
      );
    expect(computing).toEqual([]);
  });

  it('give every task a time limit, a retry with jitter and a catch', () => {
    const careless = tasks.filter(({ state }) => {
      const retries = (state.Retry as { JitterStrategy?: string }[] | undefined) ?? [];
      const catches = (state.Catch as unknown[] | undefined) ?? [];
      return (
        state.TimeoutSeconds === undefined ||
        catches.length === 0 ||
        retries.length === 0 ||
        retries.some(({ JitterStrategy }) => JitterStrategy !== 'FULL')
      );
    });
    expect(careless.map(where)).toEqual([]);
  });

  it('catch and retry only errors that exist', () => {
    const known = new Set<string>([...Object.keys(FAULTS), ...Object.keys(REFUSALS)]);
    const unknown = all.flatMap((located) =>
      [
        ...((located.state.Retry as { ErrorEquals: string[] }[]) ?? []),
        ...((located.state.Catch as { ErrorEquals: string[] }[]) ?? []),
      ]
        .flatMap(({ ErrorEquals }) => ErrorEquals)
        .concat(located.state.Type === 'Fail' ? [String(located.state.Error)] : [])
        .filter((name) => !SERVICE_ERROR.test(name) && !known.has(name))
        .map((name) => `${where(located)}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('name only functions and machines that exist', () => {
    const missing = machines.flatMap(({ name, text }) =>
      placeholdersOf(text)
        .filter((placeholder) => placeholder !== 'Partition')
        .filter((placeholder) =>
          placeholder.endsWith('Machine')
            ? !existsSync(
                fileURLToPath(
                  new URL(`statemachines/${kebabOfPascal(placeholder.replace(/Machine$/, ''))}.asl.json`, ROOT),
                ),
              )
            : !stepFiles.has(kebabOfPascal(placeholder)),
        )
        .map((placeholder) => `${name}: \${${placeholder}}`),
    );
    expect(missing).toEqual([]);
  });

  it('give one act one name: state, file, placeholder', () => {
    const calls = tasks.filter(({ state }) => String(state.Resource).includes(':lambda:invoke'));
    const renamed = calls.filter(
      ({ name, state }) =>
        (state.Arguments as { FunctionName?: string }).FunctionName !== `\${${pascalCase(name)}}` ||
        !stepFiles.has(kebabCase(name)),
    );
    expect(renamed.map(where)).toEqual([]);
  });

  it('lead only to states that exist, and to every state there is', () => {
    const astray = all.flatMap((located) => {
      const targets = [
        located.state.Next,
        located.state.Default,
        ...((located.state.Catch as { Next: string }[]) ?? []).map(({ Next }) => Next),
        ...((located.state.Choices as { Next: string }[]) ?? []).map(({ Next }) => Next),
      ].filter((target): target is string => typeof target === 'string');
      return targets
        .filter((target) => !(target in located.scope.States))
        .map((target) => `${where(located)} → ${target}`);
    });
    expect(astray).toEqual([]);
  });

  it('read only variables that some state of theirs assigns', () => {
    const undeclared = all.flatMap((located) => {
      const assigned = assignedIn(located.machine);
      return expressionsOf({ ...located.state, Branches: undefined, ItemProcessor: undefined })
        .flatMap((expression) => [...expression.matchAll(/\$([A-Za-z_]\w*)/g)].map((match) => match[1] ?? ''))
        .filter((name) => !assigned.has(name) && !FUNCTIONS.includes(name))
        .map((name) => `${where(located)}: $${name}`);
    });
    expect(undeclared).toEqual([]);
  });

  it('never assign the reserved variable $states, nor read a field that $states does not have', () => {
    const wrong = all.flatMap((located) =>
      expressionsOf({ ...located.state, Branches: undefined })
        .flatMap((expression) => [...expression.matchAll(/\$states\.(\w+)/g)].map((match) => match[1] ?? ''))
        .filter((field) => !['input', 'result', 'context', 'errorOutput'].includes(field))
        .map((field) => `${where(located)}: $states.${field}`),
    );
    expect(wrong).toEqual([]);
    expect(all.filter((located) => assignedIn(located.machine).has('states')).map(where)).toEqual([]);
  });
});
