// The address of a sheet: stack and page apart, because what ends in a dot and more is asked for as a file.
const PAGE_ID = /^(.+)\.(\d{4})$/;

export function addressOfSheet(pageId: string): string {
  const [, uploadId = pageId, number = ''] = PAGE_ID.exec(pageId) ?? [];
  return `/intake/sheets/${uploadId}/${number}`;
}

export const pageIdOfSheet = (uploadId: string, number: string): string => `${uploadId}.${number}`;
