// The local end of upload tickets: the ticket is checked before a byte is read, the bytes go to intake.
import { hash } from 'node:crypto';
import { checkTicket } from '../adapters/sqlite/upload-ticket.ts';
import { granted, refused } from '../domain/errors.ts';
import type { Ports } from '../domain/ports.ts';
import { LARGEST_UPLOAD } from '../functions/intake/detect-type.ts';
import { receiveUpload } from '../functions/intake/receive-upload.ts';
import type { UploadedFile } from './http/multipart.ts';
import { fileTooLarge } from './http/multipart.ts';
import type { Upload } from './http/receive-upload.ts';

export const uploadInto = (ports: Ports): Upload => ({
  maximumBytes: LARGEST_UPLOAD,
  async receive(uploadId, fields, file) {
    const ticket = checkTicket(ports.seal, fields, ports.clock.now());
    if (!ticket.ok) return ticket;
    if (ticket.value.uploadId !== uploadId) {
      return refused('UNAUTHENTICATED', {
        zh: '上传凭证与地址不符，请重新申请上传。',
        en: 'The ticket is for another address; ask for a new one.',
      });
    }
    const { announced } = ticket.value;
    const bytes = await collect(file, announced?.bytes ?? ticket.value.maximumBytes);
    if (bytes === undefined) return fileTooLarge(ticket.value.maximumBytes);
    // As S3 refuses it: nothing is kept, and the ticket still takes the right file.
    if (announced && hash('sha256', bytes, 'hex') !== announced.sha256) return refused('MALFORMED', NOT_AS_ANNOUNCED);
    const received = await receiveUpload(ports, { uploadId, bytes, name: file.name });
    return received.ok ? granted(undefined) : received;
  },
});

const NOT_AS_ANNOUNCED = {
  zh: '收到的文件与申请上传时的校验值不一致，请重新上传。',
  en: 'The file that came has another checksum than the one announced: send it again.',
};

async function collect(file: UploadedFile, maximumBytes: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of file.bytes) {
    size += chunk.byteLength;
    if (size > maximumBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
