// Duties of 三(二): the register against the text, what a project opens, and whom its joint review convenes.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../../domain/policy/rule-catalogue.ts';
import { DUTY_IDS, dutyOf } from '../../../domain/programme/duties.ts';
import { openedDuties, owedDuties, partiesFor } from '../../../domain/programme/open-duties.ts';
import { rolesOf } from '../../../domain/projects/allowed-acts.ts';
import type { Project } from '../../../domain/projects/project.ts';
import { inApprovals, MODE } from '../projects/works/building-site.ts';
import { actor, doAct, neighbourhoodIn, PAPER, refusalOf, TODAY } from './neighbourhoods.ts';

const source = readFileSync(new URL('../../../domain/policy/source/lucheng-2020-21.md', import.meta.url), 'utf8');
const withoutSpaces = (text: string): string => text.replace(/\s/g, '');

const declared = (contents: readonly string[], utilities: readonly object[] = []): Project =>
  doAct(inApprovals(), 'STREET', 'declare-contents', { contents, utilities });
const parties = (project: Project) => openedDuties(project).map(({ duty }) => duty);

describe('the register of duties', () => {
  it('has every duty of the catalogue, with words that stand in the source', () => {
    expect(DUTY_IDS).toEqual(Object.keys(RULES).filter((id) => id.startsWith('D-')));
    for (const id of DUTY_IDS) expect(withoutSpaces(source)).toContain(withoutSpaces(RULES[id].quote));
  });

  it('lets every party that has to say so itself discharge its duty, and no other', () => {
    const saying = DUTY_IDS.map(dutyOf)
      .filter(({ trigger, dischargedBy }) => trigger.kind !== 'PROGRAMME' && dischargedBy === undefined)
      .map(({ party }) => party);
    expect(rolesOf('APPROVALS', 'discharge-duty').toSorted()).toEqual([...new Set(saying)].toSorted());
  });
});

describe('a project', () => {
  it('opens the duties that its contents call for', () => {
    const before = parties(inApprovals());
    const opened = (...contents: string[]) => parties(declared(contents)).filter((duty) => !before.includes(duty));
    expect(opened('ROAD_CLOSURE')).toEqual(['D-12', 'D-18']);
    expect(opened('TREES', 'EXCAVATION')).toEqual(['D-12']);
    expect(opened('PUBLIC_HOUSING')).toEqual(['D-15']);
    expect(opened('FIXED_EQUIPMENT_NOISE')).toEqual(['D-17']);
    expect(opened('FIRE_FACILITIES')).toEqual(['D-19']);
  });

  it('asks each utility for its own lines', () => {
    const project = declared(
      ['UTILITY_LINES'],
      [
        { kind: 'POWER', unit: '鹿城供电' },
        { kind: 'WATER', unit: '温州水务' },
      ],
    );
    const units = owedDuties(project).flatMap(({ duty, unit }) => (duty === 'D-22' ? [unit] : []));
    expect(units).toEqual(['鹿城供电', '温州水务']);
    const done = { duty: 'D-22', dischargedOn: TODAY, summary: '线路已改造' };
    const after = doAct(project, actor('UTILITY', '鹿城供电'), 'discharge-duty', done);
    expect(owedDuties(after).flatMap(({ duty, unit }) => (duty === 'D-22' ? [unit] : []))).toEqual(['温州水务']);
    expect(refusalOf(after, actor('UTILITY', '鹿城供电'), 'discharge-duty', done).names).toEqual(['/duty']);
  });

  it('wants the units named where lines are touched, and only there', () => {
    const project = inApprovals();
    const lines = { contents: ['UTILITY_LINES'], utilities: [] };
    expect(refusalOf(project, 'STREET', 'declare-contents', lines).names).toEqual(['/utilities']);
    const none = { contents: ['TREES'], utilities: [{ kind: 'GAS', unit: '温州燃气' }] };
    expect(refusalOf(project, 'STREET', 'declare-contents', none).names).toEqual(['/utilities']);
  });

  it('tells since which entry a duty is owed, and until when it was', () => {
    const project = declared(['FIRE_FACILITIES']);
    const fire = owedDuties(project).find(({ duty }) => duty === 'D-19');
    expect(fire).toMatchObject({ party: 'FIRE', since: { on: TODAY, seq: project.head.seq } });
    const done = doAct(project, 'FIRE', 'discharge-duty', {
      duty: 'D-19',
      dischargedOn: TODAY,
      summary: '现场指导消防设施增配',
      evidence: PAPER,
    });
    expect(openedDuties(done).find(({ duty }) => duty === 'D-19')?.dischargedOn).toBe(TODAY);
    expect(owedDuties(done).some(({ duty }) => duty === 'D-19')).toBe(false);
  });

  it('does not make a duty younger by declaring it again', () => {
    const first = declared(['FIRE_FACILITIES']);
    const again = doAct(first, 'STREET', 'declare-contents', { contents: ['TREES', 'FIRE_FACILITIES'] }, '2026-03-20');
    const since = Object.fromEntries(owedDuties(again).map((owed) => [owed.duty, owed.since.on]));
    expect(since).toMatchObject({ 'D-19': TODAY, 'D-12': '2026-03-20' });
  });

  it('lets nobody owe what a design touches before the project comes to its approvals', () => {
    const designed = doAct(neighbourhoodIn('DESIGN_READY'), 'STREET', 'declare-contents', { contents: ['TREES'] });
    expect(openedDuties(designed).map(({ duty }) => duty)).toContain('D-12');
    expect(owedDuties(designed).map(({ duty }) => duty)).not.toContain('D-12');
    const listed: Project = { ...designed, state: 'IN_INVESTMENT_PLAN' };
    const approved = doAct(listed, 'STREET', 'choose-delivery-mode', MODE, '2026-03-20');
    expect(owedDuties(approved).find(({ duty }) => duty === 'D-12')?.since).toEqual({
      on: '2026-03-20',
      seq: approved.head.seq,
    });
  });

  it('leaves a duty of one party to that party, and one that acts discharge to those acts', () => {
    const project = declared(['FIRE_FACILITIES']);
    const duty = { dischargedOn: TODAY, summary: '已办理' };
    expect(refusalOf(project, 'ECOLOGY', 'discharge-duty', { duty: 'D-19', ...duty }).code).toBe('FORBIDDEN_ROLE');
    expect(refusalOf(project, 'FIRE', 'discharge-duty', { duty: 'D-18', ...duty }).code).toBe('FORBIDDEN_ROLE');
    const owed = owedDuties(project).map(({ duty: id }) => id);
    expect(owed).toContain('D-05');
    const approved = { decision: 'APPROVED', approval: PAPER, approvedEstimate: '5775000' };
    let done = doAct(project, 'STREET', 'file-feasibility-study', { study: PAPER, estimate: '5775000' });
    done = doAct(done, 'DRB', 'decide-feasibility-study', approved);
    done = doAct(done, 'STREET', 'file-preliminary-design', { design: PAPER, estimate: '5775000' });
    done = doAct(done, 'DRB', 'decide-preliminary-design', approved);
    expect(owedDuties(done).map(({ duty: id }) => id)).not.toContain('D-05');
  });

  it('opens the supervision of a self-governance group where there is one', () => {
    const committee = neighbourhoodIn('DESIGNING');
    expect(parties(committee)).not.toContain('D-07');
    const { body } = committee.consent;
    if (body === undefined) throw new Error('no body');
    const group: Project = {
      ...committee,
      consent: { ...committee.consent, body: { ...body, kind: 'SELF_GOVERNANCE_GROUP' } },
    };
    expect(parties(group)).toContain('D-07');
  });
});

describe('the joint review', () => {
  it('convenes the parties whose duties the project opens, and no others', () => {
    expect(partiesFor(inApprovals())).toEqual(['DRB', 'FINANCE', 'HOUSING']);
    const project = declared(['ROAD_CLOSURE', 'UTILITY_LINES'], [{ kind: 'GAS', unit: '温州燃气' }]);
    expect(partiesFor(project)).toEqual([
      'DRB',
      'FINANCE',
      'LAW_ENFORCEMENT',
      'TRAFFIC_POLICE',
      'UTILITY:温州燃气',
      'HOUSING',
    ]);
    expect(
      doAct(project, 'RENOVATION_OFFICE', 'convene-joint-review', { parties: partiesFor(project) }).approvals
        .jointReview.round,
    ).toBe(1);
  });

  it('refuses one party too many and one too few, by name', () => {
    const project = declared(['ROAD_CLOSURE']);
    const convene = (parties: readonly string[]) =>
      refusalOf(project, 'RENOVATION_OFFICE', 'convene-joint-review', { parties }).names;
    const exact = partiesFor(project);
    expect(convene([...exact, 'CIVIL_DEFENCE'])).toEqual([`/parties/${exact.length}`]);
    expect(convene(exact.filter((party) => party !== 'TRAFFIC_POLICE'))).toEqual(['/parties']);
  });

  it('convenes all concerned where none is named, and leaves out whoever was removed with a reason', () => {
    const project = declared(['TREES']);
    const all = doAct(project, 'RENOVATION_OFFICE', 'convene-joint-review', { parties: [] });
    expect(all.approvals.jointReview.asked).toEqual(partiesFor(project));
    const removed = doAct(all, 'RENOVATION_OFFICE', 'remove-review-party', { party: 'FINANCE', reason: '另行审核' });
    expect(
      doAct(removed, 'RENOVATION_OFFICE', 'convene-joint-review', { parties: [] }).approvals.jointReview.asked,
    ).toEqual(partiesFor(project).filter((party) => party !== 'FINANCE'));
  });

  it('asks in a further round those that a later declaration adds', () => {
    let project = doAct(declared([]), 'RENOVATION_OFFICE', 'convene-joint-review', { parties: [] });
    project = doAct(project, 'STREET', 'declare-contents', { contents: ['FIRE_FACILITIES'] });
    expect(refusalOf(project, 'RENOVATION_OFFICE', 'convene-joint-review', { parties: [] }).names).toEqual([
      '/parties',
    ]);
    const further = doAct(project, 'RENOVATION_OFFICE', 'convene-joint-review', { parties: ['FIRE'] });
    expect(further.approvals.jointReview.asked.toSorted()).toEqual(partiesFor(project).toSorted());
  });

  it('says so where nobody has declared what the works touch', () => {
    const convened = doAct(inApprovals(), 'RENOVATION_OFFICE', 'convene-joint-review', { parties: ['HOUSING'] });
    expect(convened.programme.trail['convene-joint-review']?.[0]?.codes).toEqual(['CONTENTS_NOT_DECLARED']);
  });
});
