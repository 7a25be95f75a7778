// What the project knows of its money (二(三)4, 三(三)): account, what has arrived, subsidy, final accounts, settlement.
import type { Instant, PlainDate } from '../../calendar/plain-date.ts';
import type { Channel } from '../../policy/rules/arrival.ts';
import type { Settlement } from '../../policy/rules/settlement.ts';

/** The dedicated account: enough to recognise it, never its number. */
export interface DedicatedAccount {
  readonly bank: string;
  readonly lastDigits: string;
  /** Hash of the number under the installation's key. */
  readonly numberHash: string;
  readonly openedOn: PlainDate;
}

/** What has arrived against what the approved plan asks for, yuan; S and E as two lines. */
export interface ArrivalFigures {
  readonly selfRaised: string;
  readonly excess: string;
  readonly required: string;
  readonly missing: string;
  /** Percent, rounded down. */
  readonly arrivalRate: string;
  readonly funded: boolean;
}

/** The audited figures, yuan (F-04). */
export interface FinalFigures {
  readonly total: string;
  readonly selfRaised: string;
  readonly subsidy: string;
  readonly excess: string;
  /** S + E: what the residents owe in the end. */
  readonly due: string;
}

export interface FinalAccounts extends FinalFigures {
  readonly document: string;
  readonly submittedOn: PlainDate;
  /** From then on the figures are the audited ones, and bind. */
  readonly approvedOn?: PlainDate;
}

export interface SettlementRecord {
  readonly direction: Settlement['direction'];
  /** What is refunded or collected in all. */
  readonly amount: string;
  readonly settledOn: PlainDate;
  readonly completedOn?: PlainDate;
}

export interface FundingRecord {
  readonly account?: DedicatedAccount;
  /** Net of reversals, yuan. */
  readonly credited: string;
  readonly byChannel: Readonly<Record<Channel, string>>;
  readonly lastCreditedOn?: PlainDate;
  readonly arrival?: ArrivalFigures;
  /** When the residents' money first was all there, and has been since (I-04). */
  readonly reachedAt?: Instant;
  /** Subsidy reserved in the annual budget, and the entry that says so. */
  readonly reservation?: { readonly budgetYear: string; readonly amount: string; readonly seq: number };
  readonly finalAccounts?: FinalAccounts;
  readonly settlement?: SettlementRecord;
}

export const NO_FUNDING: FundingRecord = {
  credited: '0.00',
  byChannel: {
    INDIVIDUAL: '0.00',
    ORG_DONATION: '0.00',
    MAINTENANCE_FUND: '0.00',
    COMMON_INCOME: '0.00',
    OTHER: '0.00',
  },
};
