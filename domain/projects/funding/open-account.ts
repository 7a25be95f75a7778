// Records the dedicated account of the project: one account or sub-ledger each, never pooled between neighbourhoods.
import * as z from 'zod';
import { sha256Schema } from '../../api.ts';
import { granted } from '../../errors.ts';
import { decimalOf } from '../../money/money.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct } from '../act.ts';
import { dayInput, notAhead } from '../act-input.ts';
import { hasReached } from '../states.ts';
import { assessCredit, withCredit } from './arrival.ts';
import type { ArrivalFigures } from './record.ts';

/** The number itself never comes here: `refer-to-account` makes bank, last digits and keyed hash of it. */
export const openAccountInput = z.strictObject({
  bank: z.string().trim().min(2).max(60),
  lastDigits: z.string().regex(/^\d{4}$/, '请填写账号末四位｜Give the last four digits'),
  numberHash: sha256Schema,
  openedOn: dayInput,
});

export interface AccountOpened {
  readonly arrival: ArrivalFigures;
}

export const openAccount = defineAct<'open-account', z.output<typeof openAccountInput>, undefined, AccountOpened>({
  name: 'open-account',
  title: { zh: '建立资金专用账户', en: 'Open account' },
  step: 4,
  clause: '二(三)4',
  input: openAccountInput,

  decide({ project, input, on, pack }) {
    const dates = notAhead(on, [['/openedOn', input.openedOn]]);
    if (!dates.ok) return dates;
    const { arrival, findings } = assessCredit(project, project.funding.credited, on, pack);
    const opened = ruleFinding(pack, 'A-07', {
      verdict: 'PASS',
      code: 'ACCOUNT_OPENED',
      says: { zh: '资金专用账户已建立', en: 'The dedicated account is open' },
      facts: { bank: input.bank, lastDigits: input.lastDigits, openedOn: input.openedOn },
    });
    return granted({
      outcome: arrival.funded ? 'funded' : 'opened',
      result: { arrival },
      findings: [opened, ...findings],
    });
  },

  apply(project, { input, result, at }) {
    const { account: _account, reachedAt: _reachedAt, ...funding } = project.funding;
    const { credited, byChannel, lastCreditedOn } = funding;
    const credit = { credited, byChannel, ...(lastCreditedOn && { lastCreditedOn }), ...result };
    // A plan that asks for nothing is funded at once; its place is that of its application, not of a payment of nothing.
    const nothingToRaise = decimalOf(result.arrival.required).isZero();
    const reachedAt = nothingToRaise ? project.start.application?.at : undefined;
    return withCredit(
      { ...project, funding: { ...funding, account: input, ...(reachedAt && { reachedAt }) } },
      credit,
      at,
    );
  },

  outcome: ({ state }) => (hasReached(state, 'ACCOUNT_OPENED') ? 'opened' : undefined),
});
