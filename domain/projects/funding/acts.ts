// The acts of this capability by name.
import { bookContributions } from './book-contributions.ts';
import { openAccount } from './open-account.ts';
import { reserveSubsidy } from './reserve-subsidy.ts';
import { reverseContribution } from './reverse-contribution.ts';

export const FUNDING_ACTS = {
  'open-account': openAccount,
  'book-contributions': bookContributions,
  'reverse-contribution': reverseContribution,
  'reserve-subsidy': reserveSubsidy,
};
