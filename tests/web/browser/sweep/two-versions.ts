// A paper of a project that its street issues twice, the second time with other contents.
import type { Desk } from '../../../../local/demo/desk.ts';

const NOTICE = {
  applicant: '业主自治小组',
  receivedAt: '2026-03-02',
  matterName: '启动申请',
  correctBy: '2026-03-16',
  lapseRule: '逾期未补正的，视为撤回申请',
};
const deficiency = (material: string, problem: string) => ({ material, problem, correction: '补写并由业主组织盖章' });

/** Versions 1 and 2 of N1: another last day, another problem, one material more. */
export async function issueTwoVersions(desk: Desk, account: string, projectId: string): Promise<void> {
  const issue = (version: number, contents: object) =>
    desk.post(account, `/api/projects/${projectId}/papers`, { kind: 'N1', version, contents });
  const plan = deficiency('长效管理方案（M4）', '缺停车收费的约定');
  await issue(1, { ...NOTICE, deficiencies: [plan] });
  await issue(2, {
    ...NOTICE,
    correctBy: '2026-03-23',
    deficiencies: [{ ...plan, problem: '缺停车收费和保洁的约定' }, deficiency('承诺书（M3）', '没有盖章')],
  });
}
