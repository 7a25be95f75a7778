// Limits of AWS that a programme may touch, each with the page that it was read on and what changes when it does. Where regions
// differ it is the limit of the smaller ones, among them Beijing and Ningxia.

export interface Quota {
  readonly what: string;
  readonly limit: number;
  readonly unit: string;
  readonly source: string;
  /** What the page says besides: larger regions, new accounts, whether it can be raised. */
  readonly note: string;
  readonly change: string;
}

/** On this day each was held against a stored copy of its page; those of S3, e-mails, Lambda's 1,000 and the 40,000 units of a table in part against
 what others quote of it. Figures of the China regions are those that AWS gives for "all other regions". */
export const QUOTAS_READ_ON = '2026-11-30';

const AWS = 'https://docs.aws.amazon.com';
const STEP_FUNCTIONS = `${AWS}/step-functions/latest/dg/service-quotas.html`;
const DYNAMODB = `${AWS}/amazondynamodb/latest/developerguide/ServiceQuotas.html`;
/** Of China, with the limit of a partition and of a new table. */
const WARM_THROUGHPUT = 'https://docs.amazonaws.cn/amazondynamodb/latest/developerguide/warm-throughput-scenarios.html';

export const QUOTAS = {
  openExecutions: {
    what: 'open executions of an account and region',
    limit: 1_000_000,
    unit: 'executions',
    source: STEP_FUNCTIONS,
    note: 'can be raised to millions',
    change:
      'An account for each province. Long-term management, which only waits, can leave its execution to the reconciler.',
  },
  transitions: {
    what: 'state transitions, Standard',
    limit: 800,
    unit: '/s',
    source: STEP_FUNCTIONS,
    note: '5,000 in us-east-1, us-west-2 and eu-west-1; a bucket of the same size; less in new accounts',
    change: 'Machines are throttled, not lost: waits open later. Ask for more.',
  },
  starts: {
    what: 'StartExecution, refill',
    limit: 150,
    unit: '/s',
    source: STEP_FUNCTIONS,
    note: 'a bucket of 800; 300 and 1,300 in the three large regions',
    change: 'The consumer of signals backs off; names are deterministic, so that a repeated start is no second start.',
  },
  answers: {
    what: 'SendTaskSuccess, refill',
    limit: 300,
    unit: '/s',
    source: STEP_FUNCTIONS,
    note: 'a bucket of 1,500; 500 and 3,000 in the three large regions',
    change:
      'The act is in the ledger already; the consumer of the stream answers later, and the reconciler what it missed.',
  },
  history: {
    what: 'events in the history of one execution',
    limit: 25_000,
    unit: 'events',
    source: STEP_FUNCTIONS,
    note: 'fixed',
    change: 'A renewal begins a new generation: every wait ends within 300 days.',
  },
  duration: {
    what: 'duration of one execution',
    limit: 365,
    unit: 'days',
    source: STEP_FUNCTIONS,
    note: 'fixed',
    change: 'The same renewal.',
  },
  partitionWrites: {
    what: 'writes into one partition of the table',
    limit: 1_000,
    unit: 'units/s',
    source: WARM_THROUGHPUT,
    note: 'fixed',
    change:
      'Lists of all projects are split by district (the first six digits of a number), and so are their counters.',
  },
  counter: {
    what: 'time in which one counter is held by somebody else',
    limit: 100,
    unit: '% of a second',
    source: `${AWS}/amazondynamodb/latest/developerguide/transaction-apis.html`,
    note: 'transactions on one item at once: one wins, the others are cancelled',
    change:
      'Whoever meets another at a counter waits a moment and tries again; beyond a tenth it is felt. Counters are of a district and of a street, never of a province.',
  },
  partitionReads: {
    what: 'reads of one partition of the table',
    limit: 3_000,
    unit: 'units/s',
    source: WARM_THROUGHPUT,
    note: 'fixed',
    change: 'Figures are the same for everyone of an office: kept at the edge for a second by their ETag.',
  },
  newTableWrites: {
    what: 'writes into a table in its first days, on demand',
    limit: 4_000,
    unit: 'units/s',
    source: WARM_THROUGHPUT,
    note: 'then twice the largest that it has seen; can be warmed before',
    change: 'Warm the table before the first spring deadline.',
  },
  tableWrites: {
    what: 'writes into one table, on demand',
    limit: 40_000,
    unit: 'units/s',
    source: DYNAMODB,
    note: 'can be raised; no limit of an account on demand',
    change: 'A table for each province.',
  },
  newTableReads: {
    what: 'reads of a table in its first days, on demand',
    limit: 12_000,
    unit: 'units/s',
    source: WARM_THROUGHPUT,
    note: 'then twice the largest that it has seen; can be warmed before',
    change: 'Warm the table before the first spring deadline.',
  },
  tableReads: {
    what: 'reads of one table, on demand',
    limit: 40_000,
    unit: 'units/s',
    source: DYNAMODB,
    note: 'can be raised; no limit of an account on demand',
    change: 'A table for each province; before that the cache of figures.',
  },
  functions: {
    what: 'functions at work at once',
    limit: 1_000,
    unit: 'calls',
    source: `${AWS}/lambda/latest/dg/gettingstarted-limits.html`,
    note: 'less in new accounts until they are used; can be raised to tens of thousands; 1,000 more every 10 s for each function',
    change:
      'Ask for more before the spring deadline; routes are reserved a share, so that machines never wait for readers.',
  },
  requests: {
    what: 'requests to the API of an account and region',
    limit: 10_000,
    unit: '/s',
    source: 'https://docs.amazonaws.cn/en_us/apigateway/latest/developerguide/limits.html',
    note: 'a bucket of 5,000; 2,500 in 13 regions, of which none is ours; can be raised',
    change: 'Notices of residents are served from the edge; the API sees the first of a minute.',
  },
  prefixWrites: {
    what: 'papers put under one prefix of a bucket',
    limit: 3_500,
    unit: '/s',
    source: `${AWS}/AmazonS3/latest/userguide/optimizing-performance.html`,
    note: '5,500 reads; any number of prefixes',
    change: 'A prefix for each project, which the keys of papers begin with already.',
  },
  keyUses: {
    what: 'uses of symmetric keys, KMS',
    limit: 10_000,
    unit: '/s',
    source: `${AWS}/kms/latest/developerguide/requests-per-second.html`,
    note: '20,000 in ap-southeast-1; can be raised',
    change: 'Buckets have keys of their own, which ask the key service once for many papers.',
  },
  events: {
    what: 'events handed on by EventBridge',
    limit: 750,
    unit: '/s',
    source: `${AWS}/eventbridge/latest/userguide/eb-quota.html`,
    note: '2,250 in ap-southeast-1; beyond it they come later, none is lost; can be raised',
    change: 'Stacks are filed later; the desk shows them as received meanwhile.',
  },
  messages: {
    what: 'messages of one queue in hand at once',
    limit: 120_000,
    unit: 'messages',
    source: `${AWS}/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html`,
    note: 'messages that wait are not limited; can be raised',
    change: 'The sender takes less at once; the outbox keeps the rest.',
  },
  mails: {
    what: 'e-mails of SNS, if every notice were one',
    limit: 10,
    unit: '/s',
    source: `${AWS}/general/latest/gr/sns.html`,
    note: 'of an account; can be raised; as others quote it',
    change: 'Digests, robots of DingTalk and WeCom, or the SMTP of the district, which no account shares.',
  },
} as const satisfies Record<string, Quota>;

export type QuotaName = keyof typeof QUOTAS;
