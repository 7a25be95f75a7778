// What can be asked about executions: their state, the list of them, their history.
import type { Arns } from './arns.ts';
import { ServiceError } from './errors.ts';
import type { ExecutionRecord, ExecutionStatus } from './frames.ts';
import { describeEvent } from './history.ts';
import type { Machines } from './machines.ts';
import { nextPage, type Page, pageSize, positionOf } from './pages.ts';
import type { ExecutionRecords } from './records.ts';
import type { Store } from './store.ts';

export interface ListExecutions extends Page {
  readonly stateMachineArn: string;
  readonly statusFilter?: ExecutionStatus | undefined;
}

export interface GetExecutionHistory extends Page {
  readonly executionArn: string;
  readonly reverseOrder?: boolean | undefined;
  readonly includeExecutionData?: boolean | undefined;
}

export class ExecutionReader {
  readonly #store: Store;
  readonly #records: ExecutionRecords;
  readonly #machines: Machines;
  readonly #arns: Arns;

  constructor(store: Store, records: ExecutionRecords, machines: Machines, arns: Arns) {
    this.#store = store;
    this.#records = records;
    this.#machines = machines;
    this.#arns = arns;
  }

  require(executionArn: string): ExecutionRecord {
    const { machine, name } = this.#arns.executionName(executionArn);
    const record = this.#records.find(machine, name);
    if (record) return record;
    throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
  }

  describe(executionArn: string) {
    const record = this.require(executionArn);
    const { input, error, cause } = record;
    const output = this.#store.outputOf(record);
    return {
      ...this.#summary(record),
      input,
      inputDetails: { included: true },
      ...(output === undefined ? {} : { output, outputDetails: { included: true } }),
      ...(error === undefined ? {} : { error }),
      ...(cause === undefined ? {} : { cause }),
    };
  }

  /** The definition that the execution runs, which may not be that of its machine any more. */
  describeStateMachine(executionArn: string) {
    const { machine, version, startedAt } = this.require(executionArn);
    return {
      stateMachineArn: this.#arns.machine(machine),
      name: machine,
      definition: this.#machines.definitionText(machine, version),
      roleArn: this.#arns.roleArn,
      updateDate: new Date(startedAt),
    };
  }

  list(request: ListExecutions) {
    const { name } = this.#machines.require(request.stateMachineArn);
    const before = positionOf(request) ?? Number.MAX_SAFE_INTEGER;
    const records = this.#records.list(name, request.statusFilter, before, pageSize(request));
    return {
      executions: records.map((record) => this.#summary(record)),
      ...nextPage(records, request, (last) => String(last.id)),
    };
  }

  history(request: GetExecutionHistory) {
    const { executionArn, reverseOrder = false, includeExecutionData = true } = request;
    const told = this.#store.history(this.require(executionArn).id).map((event, index) => ({ id: index + 1, event }));
    if (reverseOrder) told.reverse();
    const from = positionOf(request) ?? 0;
    const to = from + pageSize(request);
    return {
      events: told.slice(from, to).map(({ id, event }) => describeEvent(id, event, includeExecutionData)),
      ...(to < told.length ? { nextToken: String(to) } : {}),
    };
  }

  #summary(record: ExecutionRecord) {
    const { machine, name, status, startedAt, stoppedAt } = record;
    return {
      executionArn: this.#arns.execution(machine, name),
      stateMachineArn: this.#arns.machine(machine),
      name,
      status,
      startDate: new Date(startedAt),
      ...(stoppedAt === undefined ? {} : { stopDate: new Date(stoppedAt) }),
    };
  }
}
