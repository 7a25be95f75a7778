// Which date binds the money of an account: the target for collecting it, the term for the final accounts, or none.
import { describe, expect, it } from 'vitest';
import type { Project } from '../../../domain/projects/project.ts';
import { NO_WORKS } from '../../../domain/projects/works/record.ts';
import { listAccounts } from '../../../functions/dashboard/read-money.ts';
import { openDashboard, projectIn } from './look.ts';

const { put, ask } = openDashboard();

const money = (arrived: string, more: object = {}) =>
  ({
    consent: { plan: { funding: { residents: '100.00' } } },
    funding: {
      account: { bank: '农行', lastDigits: '0000', numberHash: 'c'.repeat(64), openedOn: '2026-09-01' },
      credited: arrived,
      byChannel: {},
      arrival: { required: '100.00', missing: '0.00', arrivalRate: arrived, funded: arrived === '100.00' },
      ...more,
    },
  }) as unknown as Pick<Project, 'consent' | 'funding'>;

const works: Project['works'] = { ...NO_WORKS, acceptance: { acceptedOn: '2026-07-31' as never, warranties: [] } };

async function deadlines(funded: boolean): Promise<readonly object[]> {
  const { accounts } = (await ask(listAccounts, { query: { funded: String(funded) } })).figures;
  return accounts.map(({ deadline }: { deadline: object }) => deadline);
}

describe('the deadline of an account', () => {
  it('is the target of the district while the money is being collected: the text sets none', async () => {
    const account = { ...money('40.00'), since: '2026-09-01T01:00:00.000Z' } as Partial<Project>;
    await put(projectIn('ACCOUNT_OPENED', 1, account));
    expect(await deadlines(false)).toEqual([{ of: 'COLLECTION', on: '2026-11-30' }]);
  });

  it('does not run while the project is suspended', async () => {
    await put(projectIn('SUSPENDED', 1, money('40.00')));
    expect(await deadlines(false)).toEqual([{ of: 'NONE' }]);
  });

  it.each(['FUNDED', 'UNDER_CONSTRUCTION', 'COMPLETED'] as const)(
    'is none once all of it is there: %s',
    async (state) => {
      await put(projectIn(state, 1, money('100.00')));
      expect(await deadlines(true)).toEqual([{ of: 'NONE' }]);
    },
  );

  it('is that for the final accounts from the acceptance on, three months by other law, cited', async () => {
    await put(projectIn('ACCEPTED', 1, { ...money('100.00'), works }));
    expect(await deadlines(true)).toEqual([
      { of: 'FINAL_ACCOUNTS', on: '2026-10-31', citation: expect.stringContaining('财建〔2016〕503号') },
    ]);
  });

  it('is none again once the final accounts are handed in: nobody has set a day for the settlement', async () => {
    const finalAccounts = { submittedOn: '2026-09-01' };
    await put(projectIn('IN_WARRANTY', 1, { ...money('100.00', { finalAccounts }), works }));
    expect(await deadlines(true)).toEqual([{ of: 'NONE' }]);
  });
});
