// The address of two pages side by side: stack and page apart, because what ends in a dot and more is asked for as a file.
const PAGE_ID = /^(.+)\.(\d{4})$/;

export function addressOfComparison(pageId: string, other?: string): string {
  const [, uploadId = pageId, number = ''] = PAGE_ID.exec(pageId) ?? [];
  return `/intake/pages/${uploadId}/${number}${other === undefined ? '' : `?with=${encodeURIComponent(other)}`}`;
}
