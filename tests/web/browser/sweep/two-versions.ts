// Papers that are issued twice, the second time with other contents: of a project by its street, of the district by its office.
import type { Desk } from '../../../../local/demo/desk.ts';

const NOTICE = {
  applicant: '业主自治小组',
  receivedAt: '2026-03-02',
  matterName: '启动申请',
  correctBy: '2026-03-16',
  lapseRule: '逾期未补正的，视为撤回申请',
};
const deficiency = (material: string, problem: string) => ({ material, problem, correction: '补写并由业主组织盖章' });

/** Versions 1 and 2 of N1: another last day, another problem, one material more. Gives the hash of the first. */
export async function issueTwoVersions(desk: Desk, account: string, projectId: string): Promise<string> {
  const issue = (version: number, contents: object) =>
    desk.post<{ sha256: string }>(account, `/api/projects/${projectId}/papers`, { kind: 'N1', version, contents });
  const plan = deficiency('长效管理方案（M4）', '缺停车收费的约定');
  const { sha256 } = await issue(1, { ...NOTICE, deficiencies: [plan] });
  await issue(2, {
    ...NOTICE,
    correctBy: '2026-03-23',
    deficiencies: [{ ...plan, problem: '缺停车收费和保洁的约定' }, deficiency('承诺书（M3）', '没有盖章')],
  });
  return sha256;
}

/** Versions 1 and 2 of C4, the record of a visit; a colleague proposes to void the first. */
export async function issueTwoVersionsForDistrict(desk: Desk): Promise<void> {
  const papers = '/api/programme/2026/papers';
  const issue = (version: number, inspectorCount: number) =>
    desk.post<{ sha256: string }>('renovation-office', papers, {
      ...{ kind: 'C4', serial: 1, version },
      contents: { neighbourhoods: '桃源新村', inspectorCount, inspectors: '区人大代表' },
    });
  const first = await issue(1, 3);
  await issue(2, 5);
  const reason = { reason: '视察人数写错，已另出第 2 版' };
  await desk.post('renovation-office-2', `${papers}/${first.sha256}/voiding`, reason, 200);
}
