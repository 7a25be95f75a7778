// What the departments of the district read of the demo district: the projects that call for them, by list, search and address, and
// no others. Run beside the other looks at the district: it takes longer to tell than to ask.
import { beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../../domain/parties.ts';
import { DUTIES } from '../../../domain/programme/duties.ts';
import type { Project } from '../../../domain/projects/project.ts';
import { readersOf } from '../../../domain/readers-of-page.ts';
import { findProjects } from '../../../functions/dashboard/find-projects.ts';
import { listReviews } from '../../../functions/dashboard/list-reviews.ts';
import { listProjects } from '../../../functions/portal/list-projects.ts';
import { readProject } from '../../../functions/portal/read-project.ts';
import { readRegister } from '../../../functions/programme/read-register.ts';
import type { Route } from '../../../functions/runtime/route.ts';
import { UTILITY_UNITS } from '../../../local/seed/district.ts';
import { askRoute, personOf } from '../../support/http/ask-route.ts';
import type { DemoDistrict } from './demo-district.ts';

const LOCAL: readonly Role[] = ['STREET', 'COMMUNITY', 'BODY', 'RESIDENT', 'SYSTEM'];
const NARROW = ROLES.filter((role) => !LOCAL.includes(role) && !readersOf('everyProject').includes(role));
const UNITS = Object.values(UTILITY_UNITS);

export const describeConcernedDepartments = (district: () => DemoDistrict): void => {
  describe('a project', () => {
    let projects: readonly Project[];
    beforeAll(async () => {
      projects = await readRegister(district().ports);
    });

    const ask = (route: Route, role: string, unit: string = role, asked = {}) =>
      askRoute(district().ports, route, { by: personOf(role, unit), ...asked });
    const statusFor = async (projectId: string, role: string, unit?: string) =>
      (await ask(readProject, role, unit, { path: { id: projectId } })).status;

    async function listFor(role: string, unit?: string): Promise<readonly string[]> {
      const ids: string[] = [];
      let query: Readonly<Record<string, string>> = {};
      do {
        const { body } = await ask(listProjects, role, unit, { query });
        ids.push(...body.projects.map(({ projectId }: Project) => projectId));
        query = body.cursor === undefined ? {} : { cursor: body.cursor };
      } while (query.cursor !== undefined);
      return ids.toSorted();
    }

    it('is open to whoever owes the whole programme something by 三(一) or 三(二)', async () => {
      const whole = Object.values(DUTIES).filter(({ trigger }) => trigger.kind === 'PROGRAMME');
      const owing = whole.map(({ party }): Role => party).filter((party) => !LOCAL.includes(party));
      expect(readersOf('everyProject')).toEqual(expect.arrayContaining(owing));
      for (const role of owing) expect(await listFor(role)).toHaveLength(projects.length);
    });

    it('is listed for a department, and opened by its address, where it calls for the department; others are neither', async () => {
      const fewer: Role[] = [];
      for (const role of NARROW.filter((each) => each !== 'UTILITY')) {
        const own = await listFor(role);
        if (own.length > 0 && own.length < projects.length) fewer.push(role);
        for (const { projectId } of projects) {
          expect([role, projectId, await statusFor(projectId, role)]).toEqual([
            role,
            projectId,
            own.includes(projectId) ? 200 : 403,
          ]);
        }
      }
      expect(fewer).toEqual(expect.arrayContaining(['FIRE', 'ECOLOGY', 'HOUSING', 'ARCHIVES', 'DRAWING_REVIEWER']));
      expect(await listFor('DESIGNER')).toEqual([]);
      expect(await listFor('CONTRACTOR')).toEqual([]);
    });

    it('is open to whoever has ever acted in it, and to whoever is to act next', async () => {
      for (const { projectId } of projects) {
        const entries = district().ledgers.get(`PROJECT/${projectId}`) ?? [];
        for (const { role, unit } of entries.map(({ actor }) => actor).filter(({ role }) => NARROW.includes(role))) {
          expect([projectId, role, unit, await statusFor(projectId, role, unit)]).toEqual([projectId, role, unit, 200]);
        }
      }
    });

    it('is open to the specialised units whose lines it declares, each by its own name', async () => {
      const declaring = projects.filter(({ programme }) => programme.contents !== undefined);
      expect(declaring.length).toBeGreaterThan(10);
      for (const unit of UNITS) {
        const own = await listFor('UTILITY', unit);
        for (const { projectId, programme, approvals } of declaring) {
          const named = programme.contents?.utilities.some((line) => line.unit === unit);
          const asked = approvals.jointReview.asked.some((party) => party === `UTILITY:${unit}`);
          expect([unit, projectId, own.includes(projectId)]).toEqual([unit, projectId, named || asked]);
        }
      }
    });

    it('is found by its name, and listed under review, for the departments that it calls for only', async () => {
      for (const role of NARROW.filter((each) => each !== 'UTILITY')) {
        const own = await listFor(role);
        for (const { projectId, neighbourhood } of projects.filter((_, index) => index % 6 === 0)) {
          const { body } = await ask(findProjects, role, role, { query: { text: neighbourhood.name } });
          const found = body.projects.map((each: Project) => each.projectId);
          expect([role, projectId, found.includes(projectId)]).toEqual([role, projectId, own.includes(projectId)]);
        }
      }
      for (const role of ['FIRE', 'TRANSPORT']) {
        const { body } = await ask(listReviews, role);
        const reviewed = body.reviews.map(({ projectId }: Project) => projectId);
        const open = projects.filter(({ state }) => state === 'APPROVALS').map(({ projectId }) => projectId);
        const own = await listFor(role);
        expect([role, reviewed.toSorted()]).toEqual([role, open.filter((id) => own.includes(id)).toSorted()]);
      }
    });
  });
};
