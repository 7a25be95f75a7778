// Everything that anybody may read of the demo district without signing in, asked over HTTP: nobody is named in it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readableCode } from '../../../domain/paper/filing-code.ts';
import { listPublicKeys } from '../../../functions/portal/list-public-keys.ts';
import { PUBLIC_ROUTES, publicPages } from '../../../functions/portal/public/pages.ts';
import { PUBLICITY_ROUTES } from '../../../functions/publicity/routes.ts';
import { takeObjection } from '../../../functions/publicity/take-objection.ts';
import { loadRosterHistory } from '../../../functions/runtime/append-roster-entry.ts';
import { codeInAddress } from '../../../functions/runtime/find-notice.ts';
import { loadProject } from '../../../functions/runtime/load-project.ts';
import { takeFromVault, vaultRoster } from '../../../functions/runtime/vault-papers.ts';
import { createHttpServer, type HttpServer } from '../../../local/http/create-http-server.ts';
import { type DemoDistrict, demoDistrict } from './demo-district.ts';

let district: DemoDistrict;
let server: HttpServer;
let origin: string;
beforeAll(async () => {
  district = await demoDistrict();
  server = createHttpServer({
    routes: [...PUBLIC_ROUTES, ...PUBLICITY_ROUTES, listPublicKeys],
    pages: publicPages({ rehearsal: false, takeObjection }),
    ports: district.ports,
    now: () => 0,
    verifyToken: () => Promise.reject(new Error('nobody signs in here')),
    publicLimit: { capacity: 100_000, perSecond: 1 },
    guessLimit: { capacity: 100_000, perSecond: 1 },
  });
  origin = await server.listen(0);
}, 120_000);
afterAll(async () => {
  await server.close();
  district.close();
});

/** Names, id numbers and phones of every owner in every roster that was imported. */
async function everybody(): Promise<readonly string[]> {
  const { ports } = district;
  const known = new Set<string>();
  for (const code of await ports.ledger.list('ROSTER')) {
    for (const { vault } of (await loadRosterHistory(ports, code)).imports) {
      const units = (await takeFromVault(ports, vault, vaultRoster))?.units ?? [];
      for (const { name, idNumber, phone } of units.flatMap(({ owners }) => owners)) {
        for (const said of [name, idNumber, phone]) if (said !== undefined) known.add(said);
      }
    }
  }
  return [...known];
}

const NUMBERS = /(?<![\w.])(\d{17}[\dX]|1[3-9]\d{9})(?![\w.])/g;

it('names no owner, no phone and no id number anywhere', async () => {
  const people = await everybody();
  expect(people.length).toBeGreaterThan(100);
  const answered = new Map<string, number>();
  const look = async (kind: string, path: string, form?: string): Promise<void> => {
    const answer = await fetch(new URL(path, origin), {
      redirect: 'manual',
      ...(form !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: form,
      }),
    });
    const text = await answer.text();
    if (answer.status === 200) answered.set(kind, (answered.get(kind) ?? 0) + 1);
    expect(answer.status, path).toBeLessThan(500);
    expect(text.match(NUMBERS) ?? [], path).toEqual([]);
    expect(
      people.filter((said) => text.includes(said)),
      path,
    ).toEqual([]);
  };
  await look('keys', '/api/public/keys');
  const { ports } = district;
  for (const projectId of await ports.ledger.list('PROJECT')) {
    await look('progress', `/p/s/${projectId}`);
    await look('project', `/api/public/projects/${projectId}`);
    const version = (await loadProject(ports, projectId))?.consent.planBallot?.planVersion ?? 1;
    const notice = codeInAddress(readableCode(ports.seal, { projectNo: projectId, kind: 'F3', version, page: 1 }));
    await look('notice', `/p/n/${notice}`);
    await look('notice JSON', `/api/public/notices/${notice}`);
    await look('room', `/p/n/${notice}/own`, 'room=1-101');
    await look('code', `/p/v/${notice}`);
    await look('code JSON', `/api/public/verify/${notice}`);
  }
  for (const kind of ['keys', 'progress', 'project', 'notice', 'notice JSON', 'room', 'code', 'code JSON']) {
    expect(answered.get(kind) ?? 0, kind).toBeGreaterThan(0);
  }
});
