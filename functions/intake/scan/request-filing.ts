// Puts an uploaded stack in line to be filed. Whoever works through the line starts it: a loop on one machine, a queue on AWS.
import { granted, type Outcome, refused } from '../../../domain/errors.ts';
import type { Actor } from '../../../domain/parties.ts';
import type { Ports } from '../../../domain/ports.ts';
import { describeUpload } from '../describe-upload.ts';
import { ACCEPTED_TYPES } from '../detect-type.ts';
import { newStack } from './file-stack.ts';
import { STACK_REFUSALS } from './stack.ts';
import { findStack, type StackRecord, writeOfPartyStack, writesOfStack } from './stack-records.ts';

/** Asking again changes nothing: a stack is filed once. */
export async function requestFiling(
  ports: Ports,
  { actor, uploadId }: { readonly actor: Actor; readonly uploadId: string },
): Promise<Outcome<StackRecord>> {
  const upload = await describeUpload(ports, { actor, uploadId });
  if (!upload.ok) return upload;
  if (upload.value.state === 'EXPECTED') {
    return refused('NOT_NOW', {
      zh: '文件还没有传完，请上传后再归档',
      en: 'The file has not arrived yet: upload it first',
    });
  }
  if (upload.value.state === 'REFUSED') return refused(upload.value.code, upload.value.says);
  if (upload.value.mediaType === ACCEPTED_TYPES.XLSX.mediaType) {
    return refused('UNSUPPORTED_TYPE', STACK_REFUSALS.NOT_A_STACK);
  }
  const before = await findStack(ports, uploadId);
  if (before !== undefined) return granted(before);
  const stack = newStack(uploadId);
  await ports.views.write([...writesOfStack(stack), writeOfPartyStack(upload.value.uploader, upload.value)]);
  return granted(stack);
}
