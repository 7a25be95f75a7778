// Acts on projects that stand where projects really come to stand, with any input that fits and any that does not quite:
// a decision or a refusal comes out, never a fault.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainDateOf } from '../../domain/calendar/plain-date.ts';
import { type Actor, PARTIES, type Role } from '../../domain/parties.ts';
import type { ActName } from '../../domain/projects/act-names.ts';
import { ACTS } from '../../domain/projects/acts.ts';
import { actsOf, rolesOf } from '../../domain/projects/allowed-acts.ts';
import type { Project } from '../../domain/projects/project.ts';
import type { State } from '../../domain/projects/states.ts';
import { performAct } from '../../functions/runtime/perform-act.ts';
import { acts } from '../../local/acts.ts';
import { openStage, type Stage } from '../domain/projects/consent/neighbourhood-on-stage.ts';
import { at, projectIn } from '../domain/projects/funding/step-four.ts';
import { accepted, completed, inApprovals, TODAY, underConstruction } from '../domain/projects/works/building-site.ts';
import { putInLedger } from '../functions/funding/project-in-ledger.ts';
import { fittingInputs, misfits } from '../support/journey/fitting-inputs.ts';
import { type FakePorts, fakePorts } from '../support/ports/fake-ports.ts';

const RUNS = 7;

/** What fields take: days on either side of every deadline, amounts at their edges, codes, names, references. */
const WORDS: readonly string[] = [
  ...['2026-03-02', '2020-07-31', '2031-01-01', TODAY, '0.01', '0', '4600000', '5775000.00', '99999999999.99'],
  ...[
    'SG-1',
    '1',
    '2026',
    '2020-330302-78-01-123456',
    '某单位',
    '温鹿政办〔2020〕21号',
    '330302001003-02',
    '330302001',
  ],
  ...['330302001003', '330302-2026-0001', '2026-03-02T01:00:00.000Z', '1-1-101', 'UTILITY:POWER', 'f'.repeat(64)],
  ...Object.keys(PARTIES),
];

const PLAYED = [
  ...(['POOL', 'SURVEYED', 'CONSULTING', 'WILLINGNESS_PASSED', 'BODY_FORMED', 'DESIGNING'] as const),
  ...(['DESIGN_READY', 'VOTING', 'PLAN_APPROVED', 'PUBLICITY_RUNNING'] as const),
] satisfies readonly State[];

/** Of steps 4 to 9, each with the roll, the ballot and the plan that a project has behind it there. */
const LATER: Readonly<Record<string, () => Project>> = {
  'after its publicity': () => projectIn('PUBLICITY_SATISFIED'),
  'with its application in': () => projectIn('APPLICATION_SUBMITTED'),
  'with its account open': () => projectIn('ACCOUNT_OPENED'),
  'with its money together': () => projectIn('FUNDED'),
  'before its leader': () => projectIn('REPORTED'),
  'in its approvals': inApprovals,
  'under construction': underConstruction,
  completed,
  accepted,
};

let fake: FakePorts;
let stage: Stage;
let serial = 1000;
beforeEach(async () => {
  fake = fakePorts({ now: at('2026-03-02') });
  stage = await openStage(fake);
});
afterEach(() => fake.close());

const UNITS: Partial<Record<Role, string>> = {
  STREET: '330302001',
  COMMUNITY: '330302001003',
  BODY: '330302001003-01',
  RESIDENT: '330302001003-01',
};
const actorOf = (role: Role): Actor => ({ role, id: `${role}-1`, unit: UNITS[role] ?? role });

/** Papers that are really there, so that acts get further than to ask for them. */
async function wordsOf({ consent }: Project): Promise<readonly string[]> {
  const { planBallot, willingness } = consent;
  const kept = [planBallot?.rollHash, planBallot?.tally?.votes, willingness?.rollHash, willingness?.tally?.votes];
  return [...WORDS, await stage.paper(), ...kept.filter((hash) => hash !== undefined)];
}

/** Puts a project into the ledger that stands as `project` does. */
async function another(project: Project): Promise<string> {
  serial += 1;
  const projectId = `330302-2026-${serial}`;
  await putInLedger(fake.ports, { ...project, projectId });
  return projectId;
}

/** `DONE`, or the code of the refusal. */
async function attempt(name: ActName, state: State, projectId: string, input: unknown): Promise<string> {
  const [role = 'SYSTEM'] = rolesOf(state, name);
  const request = { projectId, actor: actorOf(role), input };
  const done = await performAct(fake.ports, acts[name] ?? expect.fail(name), request).catch((error: unknown) =>
    expect.fail(`${name} in ${state} ${JSON.stringify(input)}: ${String(error)}`),
  );
  if (!done.ok) expect(done.refusal.says.zh, name).toMatch(/\p{Script=Han}/u);
  return done.ok ? 'DONE' : done.refusal.code;
}

async function tryEveryAct(project: Project): Promise<void> {
  const words = await wordsOf(project);
  // What only the system does is no act of anybody's.
  const tried = actsOf(project.state).filter((name) => acts[name] && rolesOf(project.state, name)[0] !== 'SYSTEM');
  for (const name of tried) {
    const inputs = fittingInputs(ACTS[name].input, words, { many: RUNS, seed: 20 });
    expect(inputs.length, `inputs for ${name}`).toBeGreaterThan(0);
    const projectId = await another(project);
    for (const input of misfits(ACTS[name].input, inputs[0])) {
      expect(await attempt(name, project.state, projectId, input), JSON.stringify(input)).toBe('MALFORMED');
    }
    // A decision moves the project: each input meets one of its own.
    for (const input of inputs) await attempt(name, project.state, await another(project), input);
  }
}

describe('answers every act with a decision or a refusal, whatever fits the form or does not,', () => {
  it.each(PLAYED)('of a project in %s', async (state) => tryEveryAct(await stage.playUntil(state)));

  it.each(Object.keys(LATER))('of a project %s', async (where) => {
    const { neighbourhood, consent, publicity } = await stage.playUntil('PUBLICITY_RUNNING');
    const later = LATER[where]?.() ?? expect.fail(where);
    fake.setNow(at(TODAY));
    const posted = { ...publicity, endsOn: plainDateOf('2026-02-27') };
    await tryEveryAct({ ...later, neighbourhood, consent: { ...consent }, publicity: posted });
  });
});
