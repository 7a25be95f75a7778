// Limits of AWS that a programme may touch, each with the page that it was read from, and what changes when it does.

export interface Quota {
  readonly what: string;
  readonly limit: number;
  readonly unit: string;
  readonly source: string;
  readonly change: string;
}

const STEP_FUNCTIONS = 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html';
const DYNAMODB = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html';

/** Of the smaller regions, where there is a difference. */
export const QUOTAS = {
  openExecutions: {
    what: 'open executions of an account and region',
    limit: 1_000_000,
    unit: 'executions',
    source: STEP_FUNCTIONS,
    change:
      'An account for each province. Long-term management, which only waits, can leave its execution to the reconciler.',
  },
  transitions: {
    what: 'state transitions, Standard',
    limit: 800,
    unit: '/s',
    source: STEP_FUNCTIONS,
    change:
      'Machines are throttled, not lost: waits open later. Ask for more (5,000/s is the default of the large regions).',
  },
  starts: {
    what: 'StartExecution, refill',
    limit: 150,
    unit: '/s',
    source: STEP_FUNCTIONS,
    change: 'The consumer of signals backs off; names are deterministic, so that a repeated start is no second start.',
  },
  history: {
    what: 'events in the history of one execution',
    limit: 25_000,
    unit: 'events',
    source: STEP_FUNCTIONS,
    change: 'A renewal begins a new generation: every wait ends within 300 days.',
  },
  duration: {
    what: 'duration of one execution',
    limit: 365,
    unit: 'days',
    source: STEP_FUNCTIONS,
    change: 'The same renewal.',
  },
  partitionWrites: {
    what: 'writes into one partition of the table',
    limit: 1_000,
    unit: 'units/s',
    source: DYNAMODB,
    change:
      'Lists of all projects are split by district (the first six digits of a number), and so are their counters.',
  },
  counter: {
    what: 'time in which one counter is held by somebody else',
    limit: 100,
    unit: '% of a second',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html',
    change:
      'Whoever meets another at a counter waits a moment and tries again; beyond a tenth it is felt. Counters are of a district and of a street, never of a province.',
  },
  partitionReads: {
    what: 'reads of one partition of the table',
    limit: 3_000,
    unit: 'units/s',
    source: DYNAMODB,
    change: 'Figures are the same for everyone of an office: kept at the edge for a second by their ETag.',
  },
  tableWrites: {
    what: 'writes into one table, on demand',
    limit: 40_000,
    unit: 'units/s',
    source: DYNAMODB,
    change: 'A table for each province.',
  },
  tableReads: {
    what: 'reads of one table, on demand',
    limit: 40_000,
    unit: 'units/s',
    source: DYNAMODB,
    change: 'A table for each province; before that the cache of figures.',
  },
  functions: {
    what: 'functions at work at once',
    limit: 1_000,
    unit: 'calls',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
    change:
      'Ask for more before the spring deadline; routes are reserved a share, so that machines never wait for readers.',
  },
  requests: {
    what: 'requests to the API of an account and region',
    limit: 10_000,
    unit: '/s',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
    change: 'Notices of residents are served from the edge; the API sees the first of a minute.',
  },
} as const satisfies Record<string, Quota>;

export type QuotaName = keyof typeof QUOTAS;
