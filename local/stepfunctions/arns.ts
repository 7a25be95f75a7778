// The names of the things of Step Functions: which are allowed, and the ARNs made of them.
import { ServiceError } from './errors.ts';

/** No control character, white space, bracket, wildcard or special character; 80 of them at most. */
const NAME = /^[!'()+\-.0-9=@A-Z_a-z]{1,80}$/;

export function requireName(name: string): string {
  if (NAME.test(name)) return name;
  throw new ServiceError('InvalidName', `Invalid Name: '${name.slice(0, 100)}'`);
}

export class Arns {
  readonly #prefix: string;
  readonly region: string;
  readonly roleArn: string;

  constructor(place: { partition: string; region: string; accountId: string }) {
    const { partition, region, accountId } = place;
    this.region = region;
    this.#prefix = `arn:${partition}:states:${region}:${accountId}`;
    this.roleArn = `arn:${partition}:iam::${accountId}:role/stepfunctions`;
  }

  machine(name: string): string {
    return `${this.#prefix}:stateMachine:${name}`;
  }

  execution(machine: string, name: string): string {
    return `${this.#prefix}:execution:${machine}:${name}`;
  }

  machineName(arn: string): string {
    return this.#parts(arn, 'stateMachine', 1)[0];
  }

  executionName(arn: string): { machine: string; name: string } {
    const [machine, name] = this.#parts(arn, 'execution', 2);
    return { machine, name };
  }

  #parts(arn: string, kind: string, count: 1 | 2): [string, string] {
    const start = `${this.#prefix}:${kind}:`;
    const [first = '', second = '', ...rest] = arn.startsWith(start) ? arn.slice(start.length).split(':') : [];
    if (first && rest.length === 0 && (second !== '') === (count === 2)) return [first, second];
    throw new ServiceError('InvalidArn', `Invalid Arn: '${arn.slice(0, 256)}'`);
  }
}
