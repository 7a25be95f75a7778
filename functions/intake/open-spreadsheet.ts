// Fetches an uploaded spreadsheet by its hash, or says what the upload is instead; keeps it in the vault once it counts.
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { ACCEPTED_TYPES } from './detect-type.ts';

export async function openSpreadsheet({ papers }: Ports, sha256: string): Promise<Outcome<Uint8Array>> {
  const bytes = await papers.get(sha256);
  const described = await papers.describe(sha256);
  if (bytes === undefined || described === undefined) {
    return refused('NOT_FOUND', {
      zh: '没有找到这个上传的文件；请重新上传',
      en: 'There is no such uploaded file: upload it again',
    });
  }
  if (described.mediaType !== ACCEPTED_TYPES.XLSX.mediaType) {
    return refused('UNSUPPORTED_TYPE', {
      zh: `上传的文件实为 ${described.mediaType}，不是 .xlsx 工作簿；请用系统模板填写后上传`,
      en: `The uploaded file is ${described.mediaType}, not an .xlsx workbook: fill in our template and upload that`,
    });
  }
  return granted(bytes);
}

/** A filled spreadsheet has the people in it that the vault has: once it counts it is kept as strictly, and as long. */
export async function keepSpreadsheetInVault({ papers, clock }: Ports, bytes: Uint8Array): Promise<void> {
  const { mediaType } = ACCEPTED_TYPES.XLSX;
  await papers.put(bytes, { mediaType, paperClass: 'VAULT', storedAt: clock.now() });
}
