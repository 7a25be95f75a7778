// A paper that a colleague proposed to void, on the list of a street: as the register of papers writes it.

import { VOIDING_TASKS, type VoidingTask } from '../../../../domain/paper/register-consequences.ts';
import type { Ports } from '../../../../domain/ports.ts';

export function putPaperToVoid({ views }: Pick<Ports, 'views'>, projectId: string): Promise<void> {
  const value = {
    ...{ projectNo: projectId, projectId, kind: 'B1', version: 1, number: '五马街办〔2026〕3号' },
    ...{ title: { zh: '自治小组认定书', en: 'Recognition of a self-governance group' }, sha256: 'b'.repeat(64) },
    ...{ proposal: 4, by: 'street-01-2', proposedOn: '2026-03-02', dueOn: '2026-03-07' },
  } satisfies VoidingTask;
  const watermark = { ledger: 'PAPERS/五马街办-2026', seq: 4 };
  return views.write([{ view: VOIDING_TASKS, partition: 'STREET#330302001', sort: 'to-void', value, watermark }]);
}
