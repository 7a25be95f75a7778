// What is withheld from whoever knows projects by their number: everything of a case, wherever it stands; nothing else.
import { describe, expect, it } from 'vitest';
import { knowsByNumber, shownByNumber } from '../../domain/known-by-number.ts';
import { ROLES } from '../../domain/parties.ts';

const projectId = '330302-2026-0017';

describe('a project known by its number', () => {
  it('is one to the operator alone', () => {
    expect(ROLES.filter(knowsByNumber)).toEqual(['OPERATOR']);
  });

  it('has its number for a name, in lists and within what else is said', () => {
    const longest = { projectId, name: '月季小区', street: '330302001', since: '2026-03-02' };
    expect(shownByNumber({ today: '2026-03-02', steps: [{ step: 1, longest }] })).toEqual({
      today: '2026-03-02',
      steps: [{ step: 1, longest: { ...longest, name: projectId } }],
    });
    const neighbourhood = { name: '月季小区', code: '330302001001-01' };
    expect(shownByNumber({ projectId, neighbourhood })).toEqual({
      projectId,
      neighbourhood: { ...neighbourhood, name: projectId },
    });
  });

  it('keeps where it stands and what comes next, and loses its records, reasons, payloads and findings', () => {
    const next = { act: 'post-notice', title: { zh: '张贴公示', en: 'Post' }, dueOn: '2026-03-09' };
    const project = {
      ...{ projectId, step: 3, next, consent: { plan: { title: '方案' } }, works: { log: [1] }, allowedActs: [next] },
      suspended: { from: 'SURVEYED', reason: '等待规划调整', at: '2026-03-02T01:00:00.000Z' },
    };
    expect(shownByNumber(project)).toEqual({
      ...{ projectId, step: 3, next, consent: {}, works: {}, allowedActs: [] },
      suspended: { from: 'SURVEYED', at: '2026-03-02T01:00:00.000Z' },
    });
    const entry = { projectId, seq: 3, act: 'hold-ballot', hash: 'ab', payload: { words: '…' }, findings: [{}] };
    expect(shownByNumber([entry])).toEqual([{ ...entry, payload: {}, findings: [] }]);
  });

  it('is told of in notices without the title of a paper', () => {
    const subject = {
      zh: `${projectId} 待确认作废：公示书第 1 版`,
      en: `${projectId} to be voided: Notice, version 1`,
    };
    const about = (noticeId: string) => shownByNumber({ noticeId, subject });
    expect(about(`voiding-${projectId}-1`)).toMatchObject({
      subject: { zh: `${projectId} 待确认作废`, en: `${projectId} to be voided` },
    });
    expect(about(`${projectId}-1`)).toMatchObject({ subject });
  });

  it('leaves names of channels, routes and accounts alone', () => {
    const said = { projectId, deliveries: [{ sendBy: [{ name: 'mail' }] }], routes: [{ name: 'listProjects' }] };
    expect(shownByNumber(said)).toEqual(said);
    const entered = { name: '王', reason: '轮岗', payload: { a: 1 } };
    expect(shownByNumber(entered)).toEqual(entered);
  });
});
