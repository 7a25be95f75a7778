// Tells what became of an upload, to the party that sent it and to audit.
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { findUpload, type UploadRecord } from './upload-record.ts';

export async function describeUpload(
  ports: Ports,
  { actor, uploadId }: { readonly actor: Actor; readonly uploadId: string },
): Promise<Outcome<UploadRecord>> {
  const record = await findUpload(ports, uploadId);
  const mine = record?.uploader.role === actor.role && record.uploader.unit === actor.unit;
  if (record === undefined || !(mine || actor.role === 'AUDIT')) {
    // One answer for both: whether somebody else's upload exists is nobody's business.
    return refused('NOT_FOUND', {
      zh: '没有这个上传记录，或不是您单位上传的',
      en: 'There is no such upload, or it is not one of your party',
    });
  }
  return granted(record);
}
