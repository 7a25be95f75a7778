// After the story: the evidence bundle is checked offline, the papers are laid out, and nothing is stuck.
import { mkdir, writeFile } from 'node:fs/promises';
import { PAPER_CONTENTS, type TypesetCode } from '../../../domain/paper/paper-contents.ts';
import { verifyEvidenceBundle } from '../../../functions/portal/verify-evidence-bundle.ts';
import { ACCOUNTS, check, read, type Story } from '../story.ts';

export async function epilogue(story: Story, folder: string): Promise<void> {
  const { desk, progress, projectId, room } = story;
  progress.chapter('证据与核对', 'Evidence');
  const bundle = Buffer.from(await desk.download('audit', `/api/projects/${projectId}/evidence`));
  await mkdir(folder, { recursive: true });
  const path = `${folder}/${projectId}-evidence.zip`;
  await writeFile(path, bundle);
  const report = await verifyEvidenceBundle(bundle);
  check('the evidence bundle is sound', report.problems, []);
  const changed = Buffer.from(bundle);
  const middle = Math.floor(changed.length / 2);
  changed[middle] = (changed[middle] ?? 0) ^ 1;
  check('one changed byte is found', (await verifyEvidenceBundle(changed)).problems.length > 0, true);
  progress.line(
    '2026-10-16',
    `证据包：台账 ${report.entries} 条、材料 ${report.papers} 份，核验完好`,
    'evidence bundle verified, one changed byte is found',
  );

  const kinds = Object.keys(PAPER_CONTENTS) as TypesetCode[];
  check(
    'kinds of paper that were never issued',
    kinds.filter((kind) => !room.issued.has(kind)),
    [],
  );
  const papers = [...room.issued.values()].flat();
  progress.line(
    '2026-10-16',
    `${kinds.length} 种文件全部出齐，共 ${papers.length} 件，在 ${folder}/papers`,
    `every kind of paper issued, laid out by step, code and title`,
  );

  const health = await desk.get<{ stuck: number; status: string }>(undefined, '/api/health');
  check('nothing is stuck', health.stuck, 0);
  const { step } = await read(story, ACCOUNTS.street);
  check('step', step, 9);
  const foreign = await desk.send('street-02', 'GET', `/api/projects/${projectId}`);
  check('another street sees nothing', foreign.status, 403);
  progress.line('2026-10-16', '没有卡住的项目；外街道无权查看', 'nothing stuck; another street sees nothing');
}
