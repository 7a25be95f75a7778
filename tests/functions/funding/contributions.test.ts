// Money acts over real ledgers: what was booked before is found in the entries, papers must be there, the queue is read.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import type { Outcome } from '../../../domain/errors.ts';
import type { Ports } from '../../../domain/ports.ts';
import type { Project } from '../../../domain/projects/project.ts';
import { bookContributions } from '../../../functions/funding/book-contributions.ts';
import { openAccount } from '../../../functions/funding/open-account.ts';
import { readBudget } from '../../../functions/funding/read-budget.ts';
import { readQueue } from '../../../functions/funding/read-queue.ts';
import { referToAccount, referToAccountInput } from '../../../functions/funding/refer-to-account.ts';
import { reverseContribution } from '../../../functions/funding/reverse-contribution.ts';
import { adjustBudget, setBudget } from '../../../functions/funding/set-budget.ts';
import type { HumanAct } from '../../../functions/runtime/human-act.ts';
import { requireProject } from '../../../functions/runtime/load-project.ts';
import { performAct } from '../../../functions/runtime/perform-act.ts';
import { submitApplication } from '../../../functions/start/submit-application.ts';
import { at, FINANCE, projectIn, STREET, V1, V4 } from '../../domain/projects/funding/step-four.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';
import { putInLedger, storePaper } from './project-in-ledger.ts';

let fake: FakePorts;
let ports: Ports;
beforeEach(() => {
  fake = fakePorts({ now: at('2026-03-09') });
  ports = fake.ports;
});
afterEach(() => fake.close());

const COLLEAGUE = { ...STREET, id: 'person-9' } as const;
const BODY = { role: 'BODY', id: 'person-3', unit: '330302001003-01' } as const;
const row = (receipt: string, amount: string) => ({
  channel: 'INDIVIDUAL',
  amount,
  creditedOn: '2026-03-09',
  receipt,
});
const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'granted' : outcome.refusal.code);
const fieldsOf = (outcome: Outcome<unknown>): readonly string[] =>
  outcome.ok ? [] : (outcome.refusal.fields ?? []).map(({ path }) => path);
const act = (
  human: HumanAct,
  { projectId }: Project,
  input: unknown,
  actor: typeof STREET | typeof COLLEAGUE | typeof BODY = STREET,
) => performAct(ports, human, { projectId, actor, input });

async function withAccount(project: Project): Promise<Project> {
  const seeded = await putInLedger(ports, project);
  const reference = referToAccount(
    ports,
    referToAccountInput.parse({ bank: '温州银行鹿城支行', number: '6228 4804 0256 4890 018' }),
  );
  expect(codeOf(await act(openAccount, seeded, { ...reference, openedOn: '2026-03-09' }))).toBe('granted');
  return seeded;
}
const applied = (serial: string, plan = V4): Project => ({
  ...projectIn('APPLICATION_SUBMITTED', plan, `330302-2026-${serial}`),
  start: { application: { at: at('2026-03-02'), on: plainDateOf('2026-03-02') } },
});

describe('money acts on a ledger', () => {
  it('find the receipts of earlier entries, and those reversed free again', async () => {
    const project = await withAccount(applied('0001'));
    await act(bookContributions, project, { rows: [row('R-0001', '100'), row('R-0002', '50')] });
    const twice = await act(bookContributions, project, { rows: [row('R-0003', '5'), row('R-0002', '50')] });
    expect(fieldsOf(twice)).toEqual(['/rows/1/receipt']);

    const reversal = { receipt: 'R-0002', reason: '金额有误' };
    // Not by whoever booked it.
    expect(codeOf(await act(reverseContribution, project, reversal))).toBe('FORBIDDEN_ROLE');
    expect(codeOf(await act(reverseContribution, project, reversal, COLLEAGUE))).toBe('granted');
    const corrected = await act(bookContributions, project, { rows: [row('R-0002', '55')] });
    expect(corrected.ok && corrected.value.project.funding.credited).toBe('155.00');
  });

  it('gather the receipts as they were, whatever was booked since', async () => {
    const project = await withAccount(applied('0001'));
    const input = { rows: [row('R-0001', '100')] };
    await act(bookContributions, project, input);
    const then = await requireProject(ports, project.projectId);
    await act(bookContributions, project, { rows: [row('R-0002', '50')] });
    const gathered = await reverseContribution.gather(ports, {
      project: then,
      input: { receipt: 'R-0001', reason: '金额有误' },
      actor: COLLEAGUE,
    });
    expect(gathered.ok && [...gathered.value.receipts.keys()]).toEqual(['R-0001']);
  });

  it('keep the number of the account out of the ledger', async () => {
    const { projectId } = await withAccount(applied('0001'));
    const text = JSON.stringify(await ports.ledger.read({ kind: 'PROJECT', id: projectId }));
    expect(text).toContain('"lastDigits":"0018"');
    expect(text).not.toContain('622848040256489');
  });

  it('refuse papers that nobody has, and name every field', async () => {
    const project = await putInLedger(ports, projectIn('PUBLICITY_SATISFIED'));
    const paper = await storePaper(ports);
    const unknown = 'e'.repeat(64);
    const input = { application: unknown, notice: paper, otherMaterials: [{ title: '现状照片', paper: unknown }] };
    const refused = await act(submitApplication, project, input, BODY);
    expect(fieldsOf(refused)).toEqual(['/application', '/otherMaterials/0/paper']);
    const rows = [{ ...row('R-0001', '9'), channel: 'MAINTENANCE_FUND', ownersDecision: unknown }];
    const account = await withAccount(applied('0002'));
    expect(fieldsOf(await act(bookContributions, account, { rows }))).toEqual(['/rows/0/ownersDecision']);
  });
});

describe('the queue', () => {
  it('lists funded projects in their order, with the subsidy that each waits for', async () => {
    const [late, early] = [await withAccount(applied('0001')), await withAccount(applied('0002'))];
    await act(bookContributions, early, { rows: [row('R-0001', '1775000')] });
    fake.setNow(at('2026-03-10'));
    await act(bookContributions, late, { rows: [row('R-0001', '1775000')] });
    await withAccount(applied('0003', V1));

    const queue = await readQueue(ports);
    expect(queue.ok && queue.value.map(({ rank, projectId, subsidy }) => [rank, projectId, subsidy])).toEqual([
      [1, '330302-2026-0003', '3465000.00'],
      [2, '330302-2026-0002', '4000000.00'],
      [3, '330302-2026-0001', '4000000.00'],
    ]);
  });
});

describe('the annual budget', () => {
  it('is set and adjusted by finance alone, on a paper that is there', async () => {
    const document = await storePaper(ports);
    const input = { year: '2026', amount: '1000', document };
    expect(codeOf(await setBudget(ports, STREET, input))).toBe('FORBIDDEN_ROLE');
    expect(codeOf(await setBudget(ports, FINANCE, { ...input, document: 'e'.repeat(64) }))).toBe('MALFORMED');
    expect(codeOf(await setBudget(ports, FINANCE, input))).toBe('granted');
    expect(codeOf(await adjustBudget(ports, STREET, { ...input, reason: '年中调整' }))).toBe('FORBIDDEN_ROLE');
  });

  it('set by two at once is set once', async () => {
    const document = await storePaper(ports);
    const both = await Promise.all(
      ['1000', '2000'].map((amount) => setBudget(ports, FINANCE, { year: '2026', amount, document })),
    );
    expect(both.map(codeOf).toSorted()).toEqual(['NOT_NOW', 'granted']);
  });

  it('of a year that has none is not found', async () => {
    expect(codeOf(await readBudget(ports, '2031'))).toBe('NOT_FOUND');
    expect(codeOf(await readBudget(ports, 'all'))).toBe('NOT_FOUND');
  });
});
