// `npm run chaos:access [-- ROLE …]`: the whole matrix against a running server: every state, role and act, from the own and
// from a foreign street, and with a wrong token. Minutes of work; the tests try all that is allowed and a sample of the rest.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROLES, type Role } from '../../domain/parties.ts';
import { ACT_NAMES, type ActName } from '../../domain/projects/act-names.ts';
import { permission } from '../../domain/projects/allowed-acts.ts';
import { ALL_STATES, type State } from '../../domain/projects/states.ts';
import { projectIn, V4 } from '../domain/projects/funding/step-four.ts';
import { putInLedger } from '../functions/funding/project-in-ledger.ts';
import { runServer } from '../support/journey/running-server.ts';
import { openTokenMint } from '../support/journey/token-mint.ts';
import { Visitor } from '../support/journey/visitor.ts';

const OUT = join(import.meta.dirname, '../../out');
const AT_ONCE = 8;
const NEIGHBOURHOOD = { name: '月季小区', code: '330302001001-01', community: '330302001001', street: '330302001' };
const UNITS: Readonly<Record<'own' | 'foreign', Partial<Record<Role, string>>>> = {
  own: { STREET: '330302001', COMMUNITY: '330302001001', BODY: '330302001001-01', RESIDENT: '330302001001-01' },
  foreign: { STREET: '330302002', COMMUNITY: '330302001002', BODY: '330302001001-02', RESIDENT: '330302001001-02' },
};
const REFUSALS = { FORBIDDEN_ROLE: '403 FORBIDDEN_ROLE', NOT_NOW: '409 NOT_NOW', ALLOWED: '422 MALFORMED' } as const;

const begun = performance.now();
const server = await runServer('2026-03-09T09:00:00+08:00');
const visitor = new Visitor(server.origin);
const mint = await openTokenMint(server);
const projects = new Map<State, string>();
for (const [index, state] of ALL_STATES.entries()) {
  const project = projectIn(state, V4, `330302-2026-${String(index + 1).padStart(4, '0')}`);
  const suspended = { from: 'SURVEYED', reason: '等待', at: project.openedAt } as const;
  await putInLedger(server.system.ports, {
    ...project,
    neighbourhood: NEIGHBOURHOOD,
    ...(state === 'SUSPENDED' && { suspended }),
  });
  projects.set(state, project.projectId);
}

function expectedOf(role: Role, whose: 'own' | 'foreign', act: ActName, state: State): string {
  if (role === 'SYSTEM') return '401 UNAUTHENTICATED';
  if (whose === 'foreign' && UNITS.foreign[role] !== undefined) return '403 FORBIDDEN_UNIT';
  return REFUSALS[permission(act, role, state)];
}

const wrong: string[] = [];
let tried = 0;

interface Combination {
  readonly id: string;
  readonly state: State;
  readonly act: ActName;
}
const COMBINATIONS: readonly Combination[] = [...projects].flatMap(([state, id]) =>
  ACT_NAMES.map((act) => ({ state, id, act })),
);

interface Expected {
  readonly bearer: string | undefined;
  readonly answer: string;
}

/** Every state and act, several at once. */
async function tryAll(who: string, expectedAt: (combination: Combination, index: number) => Expected): Promise<void> {
  const left = COMBINATIONS.entries();
  const ask = async (): Promise<void> => {
    for (const [index, combination] of left) {
      const { id, act, state } = combination;
      const { bearer, answer } = expectedAt(combination, index);
      // No act has such a field: who is let in is told so, and changes nothing.
      const asked = { input: { 'no-such-field': true }, headers: { 'if-match': '"1"' }, ...(bearer && { bearer }) };
      const { status, text } = await visitor.ask('POST', `/api/projects/${id}/acts/${act}`, asked);
      const got = status < 400 ? 'OK' : `${status} ${JSON.parse(text).code}`;
      if (got !== answer) wrong.push(`${who} ${act} ${state}: ${got}, expected ${answer}`);
      tried += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
}

const asking = ROLES.filter((role) => process.argv.length === 2 || process.argv.includes(role));
for (const role of asking) {
  for (const whose of ['own', 'foreign'] as const) {
    const bearer = await mint.right({ role, unit: UNITS[whose][role] ?? role });
    await tryAll(`${whose} ${role}`, ({ act, state }) => ({ bearer, answer: expectedOf(role, whose, act, state) }));
  }
  // One wrong token after the other: each act of each party meets every kind of them in some state.
  const forged = [...(await mint.wrong({ role, unit: UNITS.own[role] ?? role })).values()];
  await tryAll(`wrong tokens of ${role}`, (_, index) => ({
    bearer: forged[index % forged.length],
    answer: '401 UNAUTHENTICATED',
  }));
  console.log(`${role.padEnd(24)} ${String(tried).padStart(7)} ${wrong.length}`);
}
await server.close();
const seconds = (performance.now() - begun) / 1000;
console.log(`\n${tried} 次请求 requests in ${seconds.toFixed(0)} s, ${wrong.length} 个错误答复 wrong answers`);
for (const line of wrong.slice(0, 20)) console.log(line);
await mkdir(OUT, { recursive: true });
await writeFile(join(OUT, 'access.json'), `${JSON.stringify({ tried, seconds, wrong }, null, 2)}\n`);
process.exitCode = wrong.length > 0 ? 1 : 0;
