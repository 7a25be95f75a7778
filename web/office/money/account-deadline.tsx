// The date that binds the money of an account, what it is for and how far off it is; below the table, who has set it.
import type { Account } from '../../../domain/dashboard.ts';
import { printDue, toneOfDue } from '../../figures/dates.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { moneyText } from '../../text/money.ts';
import { useDates, useToday } from '../parts/today.ts';

const TITLES = { COLLECTION: moneyText.collection, FINAL_ACCOUNTS: moneyText.finalAccounts } as const;

export function DeadlineOf({ account: { deadline } }: { account: Account }) {
  const say = useSay();
  const language = useLanguage();
  const dates = useDates();
  const today = useToday();
  if (deadline === undefined) return '—';
  if (deadline.of === 'NONE') return <span className="muted">{say(moneyText.noDeadline)}</span>;
  const { of, on } = deadline;
  return (
    <>
      <span className="num">{dates.day(on)}</span>{' '}
      {today && <span className={`tag ${toneOfDue(on, today)}`}>{printDue(on, today, language)}</span>}{' '}
      <small className="muted">{say(TITLES[of])}</small>
    </>
  );
}

/** Of the deadlines that are shown: the clause that sets each, or that none does. */
export function DeadlineSources({ accounts }: { accounts: readonly Account[] }) {
  const say = useSay();
  const shown = accounts.flatMap(({ deadline }) => deadline ?? []);
  const citations = new Set(shown.flatMap((deadline) => (deadline.of === 'FINAL_ACCOUNTS' ? deadline.citation : [])));
  return (
    <>
      {shown.some(({ of }) => of === 'COLLECTION') && <p className="fine">{say(moneyText.collectionNote)}</p>}
      {citations.size > 0 && (
        <p className="fine">
          {say(moneyText.finalAccountsNote)} {[...citations].join('、')}
          {say(moneyText.settlementNote)}
        </p>
      )}
    </>
  );
}
