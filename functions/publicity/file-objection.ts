// Takes an objection whose words lie in the vault: the ledger knows its number and hashes only.
import { granted } from '../../domain/errors.ts';
import { fieldsRefused } from '../../domain/projects/act-input.ts';
import { fileObjection as act } from '../../domain/projects/publicity/file-objection.ts';
import { humanAct } from '../runtime/human-act.ts';

export const fileObjection = humanAct(act, async (ports, { input }) => {
  const described = await ports.papers.describe(input.paper);
  // Objections name people; any other paper of the ledger can be read by everyone who takes part.
  if (described?.paperClass === 'VAULT') return granted(undefined);
  return fieldsRefused([
    {
      path: '/paper',
      says: { zh: '异议须经异议入口提交并加密保存', en: 'An objection is handed in at the entrance for objections' },
    },
  ]);
});
