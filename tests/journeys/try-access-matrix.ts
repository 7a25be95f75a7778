// `npm run chaos:access [-- ROLE …]`: the whole matrix against a running server: every state, role and act, from the own and from a foreign
// street. Minutes of work; the tests try all that is allowed and a sample of the rest.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importJWK, SignJWT } from 'jose';
import { ROLES, type Role } from '../../domain/parties.ts';
import { ACT_NAMES } from '../../domain/projects/act-names.ts';
import { permission } from '../../domain/projects/allowed-acts.ts';
import { ALL_STATES, type State } from '../../domain/projects/states.ts';
import { AUDIENCE } from '../../local/identity/access-token.ts';
import { OIDC_PATH } from '../../local/identity/create-identity.ts';
import { openIssuerKeys } from '../../local/identity/issuer-keys.ts';
import { projectIn, V4 } from '../domain/projects/funding/step-four.ts';
import { putInLedger } from '../functions/funding/project-in-ledger.ts';
import { runServer } from '../support/journey/running-server.ts';
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
const keys = await openIssuerKeys(server.folder, () => {
  throw new Error('the server has made its keys');
});
const signing = await importJWK(keys.signing, 'RS256');
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

const tokenOf = (role: Role, unit: string): Promise<string> =>
  new SignJWT({ role, unit })
    .setProtectedHeader({ alg: 'RS256', kid: keys.signing.kid, typ: 'at+jwt' })
    .setIssuer(`${server.origin}${OIDC_PATH}`)
    .setAudience(AUDIENCE)
    .setSubject('p-1')
    .setIssuedAt()
    .setExpirationTime('2 hours')
    .sign(signing);

function expectedOf(role: Role, whose: 'own' | 'foreign', act: (typeof ACT_NAMES)[number], state: State): string {
  if (role === 'SYSTEM') return '401 UNAUTHENTICATED';
  if (whose === 'foreign' && UNITS.foreign[role] !== undefined) return '403 FORBIDDEN_UNIT';
  return REFUSALS[permission(act, role, state)];
}

const wrong: string[] = [];
let tried = 0;
const asking = ROLES.filter((role) => process.argv.length === 2 || process.argv.includes(role));
for (const role of asking) {
  for (const whose of ['own', 'foreign'] as const) {
    const bearer = await tokenOf(role, UNITS[whose][role] ?? role);
    const combinations = [...projects].flatMap(([state, id]) => ACT_NAMES.map((act) => ({ state, id, act })));
    const ask = async (): Promise<void> => {
      for (let next = combinations.pop(); next !== undefined; next = combinations.pop()) {
        const { state, id, act } = next;
        const path = `/api/projects/${id}/acts/${act}`;
        // No act has such a field: who is let in is told so, and changes nothing.
        const asked = { input: { 'no-such-field': true }, bearer, headers: { 'if-match': '"1"' } };
        const { status, text } = await visitor.ask('POST', path, asked);
        const got = status < 400 ? 'OK' : `${status} ${JSON.parse(text).code}`;
        const expected = expectedOf(role, whose, act, state);
        if (got !== expected) wrong.push(`${whose} ${role} ${act} ${state}: ${got}, expected ${expected}`);
        tried += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, ask));
  }
  console.log(`${role.padEnd(24)} ${String(tried).padStart(7)} ${wrong.length}`);
}
await server.close();
const seconds = (performance.now() - begun) / 1000;
console.log(`\n${tried} 次请求 requests in ${seconds.toFixed(0)} s, ${wrong.length} 个错误答复 wrong answers`);
for (const line of wrong.slice(0, 20)) console.log(line);
await mkdir(OUT, { recursive: true });
await writeFile(join(OUT, 'access.json'), `${JSON.stringify({ tried, seconds, wrong }, null, 2)}\n`);
process.exitCode = wrong.length > 0 ? 1 : 0;
