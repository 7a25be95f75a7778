// The two kinds of errors of Step Functions: what a state reports to Retry and Catch, and what the service answers to a caller.

/** An error inside an execution: `error` is the name that `ErrorEquals` is compared with. */
export class StateError extends Error {
  readonly error: string;
  readonly reason: string;

  constructor(error: string, reason: string) {
    super(`${error}: ${reason}`);
    this.name = 'StateError';
    this.error = error;
    this.reason = reason;
  }
}

/** A JSONata field that could not be evaluated; the history shows where. */
export class EvaluationError extends StateError {
  readonly location: string;

  constructor(location: string, reason: string) {
    super('States.QueryEvaluationError', reason);
    this.name = 'EvaluationError';
    this.location = location;
  }
}

/** A history takes 25,000 events; the last one is kept for saying so. */
export class HistoryFull extends StateError {
  constructor() {
    super('States.Runtime', 'The execution reached the maximum number of history events (25000).');
    this.name = 'HistoryFull';
  }
}

export type ServiceErrorCode =
  | 'ConflictException'
  | 'ExecutionAlreadyExists'
  | 'ExecutionDoesNotExist'
  | 'InvalidArn'
  | 'InvalidDefinition'
  | 'InvalidExecutionInput'
  | 'InvalidName'
  | 'InvalidOutput'
  | 'InvalidToken'
  | 'SerializationException'
  | 'StateMachineAlreadyExists'
  | 'StateMachineDoesNotExist'
  | 'TaskDoesNotExist'
  | 'TaskTimedOut'
  | 'UnknownOperationException'
  | 'ValidationException';

/** An answer of the service; `name` is the exception that the AWS SDKs raise for it. */
export class ServiceError extends Error {
  override readonly name: ServiceErrorCode;

  constructor(name: ServiceErrorCode, message: string) {
    super(message);
    this.name = name;
  }
}
