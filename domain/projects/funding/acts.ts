// The acts of this capability by name.
import { approveFinalAccounts } from './approve-final-accounts.ts';
import { bookContributions } from './book-contributions.ts';
import { completeSettlement } from './complete-settlement.ts';
import { openAccount } from './open-account.ts';
import { reserveSubsidy } from './reserve-subsidy.ts';
import { reverseContribution } from './reverse-contribution.ts';
import { settleContributions } from './settle-contributions.ts';
import { submitFinalAccounts } from './submit-final-accounts.ts';

export const FUNDING_ACTS = {
  'open-account': openAccount,
  'book-contributions': bookContributions,
  'reverse-contribution': reverseContribution,
  'reserve-subsidy': reserveSubsidy,
  'submit-final-accounts': submitFinalAccounts,
  'approve-final-accounts': approveFinalAccounts,
  'settle-contributions': settleContributions,
  'complete-settlement': completeSettlement,
};
