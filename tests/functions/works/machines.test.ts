// The machines of steps 5 to 9 over the real steps: what they wait for, how they go round again, how they end.
import { afterEach, describe, expect, it } from 'vitest';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import type { Project } from '../../../domain/projects/project.ts';
import { at, projectIn } from '../../domain/projects/funding/step-four.ts';
import {
  ALL_PASS,
  accepted,
  CONTRACTS,
  completed,
  inApprovals,
  MODE,
  PAPER,
  play,
  TODAY,
  underConstruction,
} from '../../domain/projects/works/building-site.ts';
import { type MachineRun, runMachine } from './machine-run.ts';

let run: MachineRun;
afterEach(() => run.close());

describe('the machine of step 5', () => {
  it('opens the approvals side by side once the delivery mode is chosen', async () => {
    run = await runMachine({ machine: 'organise-works', project: projectIn('IN_INVESTMENT_PLAN') });
    expect(await run.waiting()).toEqual(['choose-delivery-mode']);
    await run.act('choose-delivery-mode', 'STREET', MODE);
    expect(await run.waiting()).toEqual([
      'file-combined-permit',
      'file-drawings',
      'file-feasibility-study',
      'record-tender',
    ]);
  });

  it('has what was returned filed again, and ends with the start of works', async () => {
    run = await runMachine({ machine: 'organise-works', project: inApprovals() });
    const { paper } = run;
    const study = { study: paper, estimate: '5775000' };
    await run.act('file-feasibility-study', 'STREET', study);
    await run.act('decide-feasibility-study', 'DRB', { decision: 'RETURNED', reason: '补充依据' });
    expect(await run.waiting()).toContain('file-feasibility-study');
    await run.act('file-feasibility-study', 'STREET', study);
    const approval = { decision: 'APPROVED', approval: paper, approvedEstimate: '5775000' };
    await run.act('decide-feasibility-study', 'DRB', approval);

    await run.act('convene-joint-review', 'RENOVATION_OFFICE', { parties: ['HOUSING', 'FIRE'] });
    await run.act('give-review-opinion', 'HOUSING', { opinion: 'APPROVE' });
    await run.act('give-review-opinion', 'FIRE', { opinion: 'RETURN', reason: '消防登高面不足' });
    await run.act('issue-review-minutes', 'RENOVATION_OFFICE', { heldOn: TODAY });
    expect(await run.waiting()).toContain('convene-joint-review');
    await run.act('convene-joint-review', 'RENOVATION_OFFICE', { parties: [] });
    await run.act('give-review-opinion', 'FIRE', { opinion: 'APPROVE' });
    await run.act('issue-review-minutes', 'RENOVATION_OFFICE', { heldOn: TODAY, minutes: paper });

    await run.act('file-preliminary-design', 'STREET', { design: paper, estimate: '6400000' });
    const tooMuch = { ...approval, approvedEstimate: '6400000' };
    expect(await run.act('decide-preliminary-design', 'DRB', tooMuch)).toBe('returned');
    expect(await run.waiting()).toContain('file-preliminary-design');
    await run.act('file-preliminary-design', 'STREET', { design: paper, estimate: '5775000' });
    await run.act('decide-preliminary-design', 'DRB', approval);

    const permit = { conditionsMet: true, citation: '浙建〔2019〕9号' };
    await run.act('file-combined-permit', 'STREET', permit);
    const back = { decision: 'RETURNED', conditionsMet: false, reason: '不属于适用范围' };
    await run.act('decide-combined-permit', 'HOUSING', back);
    expect(await run.waiting()).toEqual(['file-combined-permit', 'file-drawings', 'record-tender']);
    await run.act('file-drawings', 'STREET', { documents: { A4: paper, A5: paper } });
    await run.act('file-combined-permit', 'STREET', { ...permit, conditionsMet: false });
    await run.act('decide-combined-permit', 'HOUSING', { decision: 'GRANTED', permit: paper });
    await run.act('record-tender', 'STREET', { route: 'OPEN_TENDER', contracts: CONTRACTS, record: paper });

    expect(await run.waiting()).toEqual(['start-works']);
    await run.act('start-works', 'STREET', { startedOn: TODAY });
    expect(run.outcome()).toBe('done');
  });

  it('passes works that are under way already without waiting', async () => {
    run = await runMachine({ machine: 'organise-works', project: underConstruction() });
    expect(run.outcome()).toBe('done');
  });

  it('ends in all branches as sent back when the plan is revised', async () => {
    run = await runMachine({ machine: 'organise-works', project: inApprovals() });
    await run.act('revise-plan', 'STREET', { reason: '管网改造内容调整' });
    expect(run.outcome()).toBe('sent-back');
    expect(await run.waiting()).toEqual([]);
  });

  it('ends in all branches as renewed when it grows old', async () => {
    run = await runMachine({ machine: 'organise-works', project: inApprovals() });
    await run.advance('2026-11-10');
    expect(run.outcome()).toBe('renew');
  });

  it('keeps waiting while the project is suspended', async () => {
    run = await runMachine({ machine: 'organise-works', project: inApprovals() });
    await run.act('suspend-project', 'STREET', { reason: '拆迁计划待核' });
    expect(run.outcome()).toBeUndefined();
    expect(await run.waiting()).toHaveLength(4);
  });
});

describe('the machine of step 6', () => {
  it('waits side by side with the approvals for platform, audit and completion', async () => {
    run = await runMachine({ machine: 'supervise-works', project: inApprovals() });
    expect(await run.waiting()).toEqual(['establish-site-platform']);
    await run.act('establish-site-platform', 'STREET', { establishedOn: TODAY, place: '小区北门岗亭' });
    await run.act('engage-tracking-audit', 'STREET', { engagedOn: TODAY, engagement: run.paper });
    expect(await run.waiting()).toEqual(['report-completion']);
  });

  it('ends with the completion, whatever was passed over on the way', async () => {
    run = await runMachine({ machine: 'supervise-works', project: underConstruction() });
    expect(await run.waiting()).toEqual(['establish-site-platform']);
    await run.act('report-completion', 'STREET', { completedOn: TODAY });
    expect(run.outcome()).toBe('done');
  });
});

describe('the machine of step 7', () => {
  const acceptance = { acceptedOn: TODAY, units: ALL_PASS };

  const day = plainDateOf(TODAY);
  const figures = { total: '1.00', selfRaised: '0.00', subsidy: '1.00', excess: '0.00', due: '0.00' };
  const submitted = { finalAccounts: { ...figures, document: PAPER, submittedOn: day } };
  const approved = { finalAccounts: { ...submitted.finalAccounts, approvedOn: day } };
  const settling = { ...approved, settlement: { direction: 'NONE', amount: '0.00', settledOn: day } } as const;
  const settled = { ...settling, settlement: { ...settling.settlement, completedOn: day } } as const;
  const withMoney = (project: Project, money: Partial<Project['funding']>): Project => ({
    ...project,
    funding: { ...project.funding, ...money },
  });

  it.each<[next: string, money: Partial<Project['funding']>]>([
    ['submit-final-accounts', {}],
    ['approve-final-accounts', submitted],
    ['settle-contributions', approved],
    ['complete-settlement', settling],
  ])('takes the money in the order of the text: next is %s', async (next, money) => {
    run = await runMachine({ machine: 'completion-acceptance', project: withMoney(accepted(), money) });
    expect(await run.waiting()).toEqual(
      ['archive-project', 'file-completion', 'file-fire-acceptance', next].toSorted(),
    );
  });

  it('is sent back when the works are rejected', async () => {
    run = await runMachine({ machine: 'completion-acceptance', project: completed() });
    const units = [...ALL_PASS, { kind: 'DEPARTMENT', result: 'FAIL' }];
    await run.act('record-acceptance', 'STREET', { ...acceptance, units, report: run.paper });
    expect(run.outcome()).toBe('sent-back');
  });

  it('waits side by side for filings, accounts and archive, and keeps waiting for papers that came back', async () => {
    run = await runMachine({ machine: 'completion-acceptance', project: completed() });
    const { paper } = run;
    await run.act('record-acceptance', 'STREET', { ...acceptance, report: paper });
    const open = ['archive-project', 'file-completion', 'file-fire-acceptance', 'submit-final-accounts'];
    expect(await run.waiting()).toEqual(open);
    expect(await run.act('file-completion', 'STREET', { documents: { K6: paper } })).toBe('returned');
    expect(await run.waiting()).toEqual(open);
    await run.act('file-completion', 'STREET', { documents: { K6: paper, K7: paper } });
    expect(await run.waiting()).toEqual(['archive-project', 'file-fire-acceptance', 'submit-final-accounts']);
  });

  it('ends when everything is filed, settled and archived, also after the handover', async () => {
    run = await runMachine({ machine: 'completion-acceptance', project: withMoney(accepted(), settled) });
    const { paper } = run;
    await run.act('hand-over', 'STREET', {
      handedOverOn: TODAY,
      handovers: [{ receiver: 'OWNERS_COMMITTEE', list: paper }],
    });
    await run.act('file-fire-acceptance', 'STREET', { applies: false, citation: '住建部令第51号' });
    await run.act('file-completion', 'STREET', { documents: { K6: paper, K7: paper } });
    expect(run.outcome()).toBeUndefined();
    await run.act('archive-project', 'ARCHIVES', { list: paper, kinds: ['K6', 'K7'] });
    expect(run.outcome()).toBe('done');
  });
});

describe('the machines of steps 8 and 9', () => {
  const HANDOVER = { handedOverOn: TODAY, handovers: [{ receiver: 'OWNERS_COMMITTEE', list: PAPER }] };
  const COMPANY = { mode: 'PROPERTY_COMPANY', propertyManagedBefore: false };
  const handedOver = () => play(accepted(), [['STREET', 'hand-over', HANDOVER]]);

  it('wait for the handover', async () => {
    run = await runMachine({ machine: 'handover', project: accepted() });
    expect(await run.waiting()).toEqual(['hand-over']);
    await run.act('hand-over', 'STREET', {
      ...HANDOVER,
      handovers: [{ receiver: 'OWNERS_COMMITTEE', list: run.paper }],
    });
    expect(run.outcome()).toBe('done');
  });

  it('end the warranties of two years the day after their last day, by themselves', async () => {
    run = await runMachine({ machine: 'long-term-management', project: handedOver(), renewAt: at('2028-06-30') });
    await run.act('set-management-mode', 'STREET', COMPANY);
    await run.advance('2028-03-09');
    const ended = async () => (await run.project()).works.acceptance?.warranties.filter(({ endedOn }) => endedOn);
    expect(await ended()).toEqual([]);
    await run.advance('2028-03-10');
    expect((await ended())?.map(({ part, endedOn }) => [part, endedOn])).toEqual([
      ['ELECTRICAL', '2028-03-10'],
      ['PLUMBING', '2028-03-10'],
      ['EQUIPMENT', '2028-03-10'],
      ['FINISHING', '2028-03-10'],
    ]);
    expect(run.outcome()).toBeUndefined();
  });

  it('end with the last warranty: the owners maintain', async () => {
    const project = play(handedOver(), [
      ['STREET', 'set-management-mode', COMPANY],
      ['SYSTEM', 'end-warranty', {}, '2028-03-10'],
    ]);
    run = await runMachine({
      machine: 'long-term-management',
      project,
      from: '2030-12-01',
      renewAt: at('2031-08-01'),
    });
    await run.advance('2031-03-10');
    expect((await run.project()).state).toBe('OWNER_MAINTENANCE');
    expect(run.outcome()).toBe('done');
  });

  it('are renewed before an execution grows old, without a word in the ledger', async () => {
    const project = play(handedOver(), [['STREET', 'set-management-mode', COMPANY]]);
    run = await runMachine({ machine: 'long-term-management', project });
    const { head } = await run.project();
    await run.advance('2026-11-09');
    expect(run.outcome()).toBe('renew');
    expect((await run.project()).head).toEqual(head);
  });
});
