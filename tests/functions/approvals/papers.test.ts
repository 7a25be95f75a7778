// Every paper that an act of steps 5 to 9 names has to be on file: an entry never points to something nobody has.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../domain/parties.ts';
import type { ActName } from '../../../domain/projects/act-names.ts';
import type { Project } from '../../../domain/projects/project.ts';
import { APPROVALS } from '../../../functions/approvals/acts.ts';
import type { ActTable } from '../../../functions/runtime/human-act.ts';
import { performAct } from '../../../functions/runtime/perform-act.ts';
import { WORKS } from '../../../functions/works/acts.ts';
import { at } from '../../domain/projects/funding/step-four.ts';
import {
  ALL_PASS,
  accepted,
  completed,
  inApprovals,
  PAPER,
  play,
  TODAY,
  underConstruction,
} from '../../domain/projects/works/building-site.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';
import { putInLedger, storePaper } from '../funding/project-in-ledger.ts';

const ACTS: ActTable = { ...APPROVALS, ...WORKS };
const SEALED = { paper: PAPER, sealed: true };

let fake: FakePorts;
beforeEach(() => {
  fake = fakePorts({ now: at(TODAY) });
});
afterEach(() => fake.close());

async function perform(project: Project, role: Role, name: ActName, input: object) {
  const { projectId } = await putInLedger(fake.ports, project);
  const actor = { role, id: `${role}-1`, unit: role === 'STREET' ? project.neighbourhood.street : role };
  return performAct(fake.ports, ACTS[name] ?? expect.fail(name), { projectId, actor, input });
}

const requested = (): Project =>
  play(underConstruction(), [
    [
      'STREET',
      'request-change-order',
      {
        contractNo: 'SG-1',
        reason: '地下障碍物',
        effect: { direction: 'MORE', amount: '1' },
        changesVotedContent: false,
        request: PAPER,
      },
    ],
  ]);

describe('a paper that nobody has', () => {
  it.each<[name: ActName, role: Role, project: () => Project, input: object, fields: readonly string[]]>([
    ['file-feasibility-study', 'STREET', inApprovals, { study: PAPER, estimate: '1' }, ['/study']],
    [
      'file-drawings',
      'STREET',
      inApprovals,
      { documents: { A4: PAPER, A5: PAPER } },
      ['/documents/A4', '/documents/A5'],
    ],
    [
      'decide-change-order',
      'RENOVATION_OFFICE',
      requested,
      { no: 1, decision: 'EXCEPTION', reason: '无法避让', auditorOpinion: PAPER },
      ['/auditorOpinion'],
    ],
    ['record-acceptance', 'STREET', completed, { acceptedOn: TODAY, units: ALL_PASS, report: PAPER }, ['/report']],
    [
      'file-fire-acceptance',
      'STREET',
      accepted,
      { applies: true, documents: { K1: PAPER, K4: SEALED } },
      ['/documents/K1', '/documents/K4/paper'],
    ],
    [
      'hand-over',
      'STREET',
      accepted,
      { handedOverOn: TODAY, handovers: [{ receiver: 'OWNERS_COMMITTEE', list: PAPER }] },
      ['/handovers/0/list'],
    ],
  ])('is named by its field: %s', async (name, role, project, input, fields) => {
    const refused = await perform(project(), role, name, input);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'MALFORMED' } });
    expect(!refused.ok && refused.refusal.fields?.map(({ path }) => path)).toEqual(fields);
  });
});

describe('an act over papers that are on file', () => {
  it('becomes an entry with its findings', async () => {
    const paper = await storePaper(fake.ports);
    const done = await perform(inApprovals(), 'STREET', 'file-drawings', { documents: { A4: paper, A5: paper } });
    expect(done).toMatchObject({ ok: true, value: { outcome: 'filed', entry: { act: 'file-drawings' } } });
    expect(done.ok && done.value.findings.map(({ rule, code }) => [rule, code])).toEqual([
      ['AP-04', 'FILING_COMPLETE'],
    ]);
  });

  it('needs none where a decision says no', async () => {
    const filed = play(inApprovals(), [['STREET', 'file-feasibility-study', { study: PAPER, estimate: '1' }]]);
    const returned = { decision: 'RETURNED', reason: '补充依据' };
    expect(await perform(filed, 'DRB', 'decide-feasibility-study', returned)).toMatchObject({ ok: true });
  });
});
