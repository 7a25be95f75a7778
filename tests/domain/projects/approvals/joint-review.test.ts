// The joint review of a plan: who is asked, who answers once, what stands over the rounds (二(四)2, AP-03).
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ROLES } from '../../../../domain/parties.ts';
import { rolesOf } from '../../../../domain/projects/allowed-acts.ts';
import { reviewPartyInput } from '../../../../domain/projects/approvals/review-party-input.ts';
import type { Project } from '../../../../domain/projects/project.ts';
import { actor, did, inApprovals, PAPER, play, refusalOf, TODAY, told } from '../works/building-site.ts';

const OFFICE = 'RENOVATION_OFFICE';
const RETURN = { opinion: 'RETURN', reason: '排水方案需补充' };
const APPROVE = { opinion: 'APPROVE' };
const MINUTES = { heldOn: TODAY, minutes: PAPER };

const convened = (...parties: readonly string[]): Project =>
  play(inApprovals(), [[OFFICE, 'convene-joint-review', { parties }]]);

describe('the parties of a joint review', () => {
  it('are exactly those who may give an opinion, the specialised units by name', () => {
    const convenable = ROLES.filter((role) => reviewPartyInput.safeParse(role).success);
    expect([...convenable, 'UTILITY'].toSorted()).toEqual(rolesOf('APPROVALS', 'give-review-opinion').toSorted());
  });
});

describe('a round of the joint review', () => {
  it('waits for everybody asked and names who is missing', () => {
    const project = play(convened('HOUSING', 'FIRE', 'CIVIL_DEFENCE'), [['HOUSING', 'give-review-opinion', APPROVE]]);
    const refusal = refusalOf(project, OFFICE, 'issue-review-minutes', MINUTES);
    expect(refusal).toMatchObject({ code: 'GATE_SHUT', names: ['OPINIONS_MISSING'] });
    expect(refusal.says.zh).toContain('区消防救援大队、人防');
    expect(told(project, 'issue-review-minutes')).toBeUndefined();
  });

  it('passes with minutes when all approve, and not without', () => {
    const project = play(convened('HOUSING', 'FIRE'), [
      ['HOUSING', 'give-review-opinion', APPROVE],
      ['FIRE', 'give-review-opinion', APPROVE],
    ]);
    expect(refusalOf(project, OFFICE, 'issue-review-minutes', { heldOn: TODAY })).toMatchObject({
      code: 'MALFORMED',
      names: ['/minutes'],
    });
    const passed = did(project, OFFICE, 'issue-review-minutes', MINUTES);
    expect(passed.outcome).toBe('passed');
    expect(told(passed.project, 'issue-review-minutes')).toBe('passed');
    expect(refusalOf(passed.project, OFFICE, 'convene-joint-review', { parties: ['FIRE'] }).code).toBe('NOT_NOW');
  });

  it('refuses a second opinion of the same party in the same round', () => {
    const project = play(convened('HOUSING'), [['HOUSING', 'give-review-opinion', RETURN]]);
    expect(refusalOf(project, 'HOUSING', 'give-review-opinion', APPROVE).code).toBe('NOT_NOW');
  });

  it('refuses the opinion of a party that was not convened', () => {
    expect(refusalOf(convened('HOUSING'), 'FIRE', 'give-review-opinion', APPROVE).code).toBe('FORBIDDEN_ROLE');
  });

  it('refuses opinions before it is convened and after it is closed', () => {
    expect(refusalOf(inApprovals(), 'HOUSING', 'give-review-opinion', APPROVE).code).toBe('NOT_NOW');
    const closed = play(convened('HOUSING'), [
      ['HOUSING', 'give-review-opinion', RETURN],
      [OFFICE, 'issue-review-minutes', { heldOn: TODAY }],
    ]);
    expect(refusalOf(closed, 'HOUSING', 'give-review-opinion', APPROVE).code).toBe('NOT_NOW');
  });

  it('takes a return or a rejection only with a reason', () => {
    expect(() => did(convened('HOUSING'), 'HOUSING', 'give-review-opinion', { opinion: 'REJECT' })).toThrow(z.ZodError);
  });

  it('tells the specialised units apart by their names', () => {
    const power = actor('UTILITY', '鹿城供电');
    const project = convened('UTILITY:鹿城供电', 'UTILITY:温州水务');
    const answered = play(project, [[power, 'give-review-opinion', APPROVE]]);
    expect(refusalOf(answered, actor('UTILITY', '鹿城燃气'), 'give-review-opinion', APPROVE).code).toBe(
      'FORBIDDEN_ROLE',
    );
    expect(refusalOf(answered, OFFICE, 'issue-review-minutes', MINUTES).says.zh).toContain('温州水务');
  });

  it('asks at least one party, and further ones while it is open', () => {
    expect(refusalOf(inApprovals(), OFFICE, 'convene-joint-review', { parties: [] }).names).toEqual(['/parties']);
    const project = play(convened('HOUSING'), [[OFFICE, 'convene-joint-review', { parties: ['FIRE', 'HOUSING'] }]]);
    expect(project.approvals.jointReview).toMatchObject({ round: 1, asked: ['HOUSING', 'FIRE'] });
  });

  it('is not held in the future', () => {
    const project = play(convened('HOUSING'), [['HOUSING', 'give-review-opinion', APPROVE]]);
    const tomorrow = { ...MINUTES, heldOn: '2026-03-10' };
    expect(refusalOf(project, OFFICE, 'issue-review-minutes', tomorrow).names).toEqual(['/heldOn']);
  });
});

describe('a plan that one party returns after others approved', () => {
  const returned = () =>
    play(convened('HOUSING', 'FIRE', 'LAW_ENFORCEMENT'), [
      ['HOUSING', 'give-review-opinion', APPROVE],
      ['FIRE', 'give-review-opinion', APPROVE],
      ['LAW_ENFORCEMENT', 'give-review-opinion', RETURN],
      [OFFICE, 'issue-review-minutes', MINUTES],
    ]);

  it('goes back, and whoever waits for the next convening keeps waiting', () => {
    expect(told(returned(), 'issue-review-minutes')).toBe('returned');
    expect(told(returned(), 'convene-joint-review')).toBeUndefined();
  });

  it('keeps the approvals and asks in round 2 only the party that returned it', () => {
    const second = play(returned(), [[OFFICE, 'convene-joint-review', { parties: [] }]]);
    expect(second.approvals.jointReview).toMatchObject({ round: 2, asked: ['LAW_ENFORCEMENT'] });
    expect(second.approvals.jointReview.opinions).toHaveLength(3);
    expect(told(second, 'issue-review-minutes')).toBeUndefined();
    expect(refusalOf(second, 'FIRE', 'give-review-opinion', RETURN).code).toBe('NOT_NOW');

    const passed = play(second, [
      ['LAW_ENFORCEMENT', 'give-review-opinion', APPROVE],
      [OFFICE, 'issue-review-minutes', MINUTES],
    ]);
    expect(passed.approvals.jointReview).toMatchObject({ round: 2, result: 'PASSED', minutesOn: TODAY });
  });

  it('may ask others again whose part was changed', () => {
    const second = play(returned(), [[OFFICE, 'convene-joint-review', { parties: ['FIRE'] }]]);
    expect(second.approvals.jointReview.asked).toEqual(['LAW_ENFORCEMENT', 'FIRE']);
    expect(did(second, 'FIRE', 'give-review-opinion', { opinion: 'REJECT', reason: '登高面不足' }).outcome).toBe(
      'rejected',
    );
  });
});

describe('a party removed mid-review', () => {
  const remove = (party: string) => ({ party, reason: '与本项目无关' });

  it('is waited for no longer, while the opinions of others stay', () => {
    const project = play(convened('HOUSING', 'TRANSPORT'), [
      ['HOUSING', 'give-review-opinion', APPROVE],
      [OFFICE, 'remove-review-party', remove('TRANSPORT')],
    ]);
    expect(did(project, OFFICE, 'issue-review-minutes', MINUTES).outcome).toBe('passed');
  });

  it('does not take its own return with it, and is not asked again', () => {
    const project = play(convened('HOUSING', 'TRANSPORT'), [
      ['HOUSING', 'give-review-opinion', APPROVE],
      ['TRANSPORT', 'give-review-opinion', RETURN],
      [OFFICE, 'remove-review-party', remove('TRANSPORT')],
    ]);
    const returned = did(project, OFFICE, 'issue-review-minutes', MINUTES);
    expect(returned.outcome).toBe('returned');
    expect(refusalOf(returned.project, OFFICE, 'convene-joint-review', { parties: [] }).names).toEqual(['/parties']);
  });

  it('cannot be the only one left, nor one that is not there', () => {
    const project = convened('HOUSING');
    expect(refusalOf(project, OFFICE, 'remove-review-party', remove('HOUSING')).code).toBe('GATE_SHUT');
    expect(refusalOf(project, OFFICE, 'remove-review-party', remove('FIRE')).names).toEqual(['/party']);
  });
});
