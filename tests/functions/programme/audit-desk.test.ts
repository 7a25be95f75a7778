// The auditor's desk over HTTP: money at stake from the figures of the hits, and the trend from the ledgers themselves.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dateInShanghai, plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { decimalOf, printAmount, sum } from '../../../domain/money/money.ts';
import { type AuditCode, askAudit } from '../../../domain/programme/audit/audit-findings.ts';
import { foldProject } from '../../../domain/projects/fold.ts';
import { findingsOfDay } from '../../../functions/programme/audit-days.ts';
import { currentCalendar } from '../../../functions/runtime/current-calendar.ts';
import { seedDistrict } from '../../../local/seed/seed-district.ts';
import { actor, TODAY } from '../../domain/programme/neighbourhoods.ts';
import { openProgrammeDesk, type ProgrammeDesk } from './programme-desk.ts';

const by = actor('AUDIT');

interface Listed {
  readonly code: AuditCode;
  readonly hits: number;
  readonly stake?: { readonly figure: string; readonly amount: string };
}

let desk: ProgrammeDesk;
let listed: readonly Listed[];
beforeAll(async () => {
  desk = await openProgrammeDesk();
  await seedDistrict(desk.ports, plainDateOf(TODAY));
  listed = (await desk.ask('listAuditFindings', { by })).json.findings as readonly Listed[];
});
afterAll(() => desk.close());

/** Every ledger folded to the end of the day, whatever the read model holds. */
const foldedTo = async (day: string) => {
  const ids = await desk.ports.ledger.list('PROJECT');
  const ledgers = await Promise.all(ids.map((id) => desk.ports.ledger.read({ kind: 'PROJECT', id })));
  return ledgers.flatMap((entries) => foldProject(entries.filter(({ at }) => dateInShanghai(at) <= day)) ?? []);
};

describe('the auditor’s desk', () => {
  it('says of each query what money is at stake: the sum of one figure of its hits', async () => {
    const withMoney = listed.filter(({ hits, stake }) => hits > 0 && stake !== undefined);
    expect(withMoney.some(({ stake }) => decimalOf(stake?.amount ?? 0).isPositive())).toBe(true);
    for (const { code, stake } of withMoney) {
      const { json } = await desk.ask('readAuditFinding', { by, path: { code } });
      const hits = json.hits as readonly { figures: Readonly<Record<string, { value: string }>> }[];
      const amounts = hits.map(({ figures }) => decimalOf(figures[stake?.figure ?? '']?.value ?? Number.NaN));
      expect(stake?.amount, code).toBe(printAmount(sum(amounts)));
    }
  });

  it('says nothing of money where a finding is not about an amount', () => {
    expect(listed.filter(({ stake }) => stake === undefined).map(({ code }) => code)).toEqual([
      ...['ACCEPTANCE_DISORDERLY', 'NOT_ARCHIVED', 'NOT_MANAGED'],
    ]);
  });

  it('holds each query against the ledgers as they stood thirty days ago', async () => {
    const { json } = await desk.ask('readAuditTrend', { by });
    const before = addDays(plainDateOf(TODAY), -30);
    const [projects, calendar] = [await foldedTo(before), await currentCalendar(desk.ports)];
    expect(json).toMatchObject({ today: TODAY, before });
    const then = json.findings as readonly { code: AuditCode; hits: number; amount?: string }[];
    expect(then.map(({ code }) => code)).toEqual(listed.map(({ code }) => code));
    for (const { code, hits, amount } of then) {
      const asked = askAudit(code, projects, { on: before, calendar });
      expect({ code, hits, amount }).toEqual({ code, hits: asked.hits.length, amount: asked.stake?.amount });
    }
    const changed = then.filter(({ code, hits }) => listed.find((now) => now.code === code)?.hits !== hits);
    expect(changed).not.toEqual([]);
  });

  it('reads the ledgers of a day that is over once, and one kept row afterwards', async () => {
    const day = addDays(plainDateOf(TODAY), -45);
    let ledgers = 0;
    const { ledger, ...ports } = desk.ports;
    const counting = {
      ...ports,
      ledger: {
        ...ledger,
        read: (...asked: Parameters<typeof ledger.read>) => {
          ledgers += Number(asked[0].kind === 'PROJECT');
          return ledger.read(...asked);
        },
      },
    };
    const first = await findingsOfDay(counting, day);
    expect(ledgers).toBeGreaterThan(0);
    ledgers = 0;
    expect(await findingsOfDay(counting, day)).toEqual(first);
    expect(ledgers).toBe(0);
  });

  it.each(['STREET', 'FINANCE', 'OPERATOR'] as const)('keeps the trend from %s', async (role) => {
    expect((await desk.ask('readAuditTrend', { by: actor(role) })).json.code).toBe('FORBIDDEN_ROLE');
  });
});
