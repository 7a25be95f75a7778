// What files were called that were dropped in this browser: the server keeps no names of files, people find a stack by them.
const KEY = 'jiugai-stack-names';
const KEPT = 40;

/** What people call a stack by: long enough to tell those of an office apart. */
export const shortNumber = (uploadId: string): string => uploadId.slice(0, 8);

export function stackNames(): ReadonlyMap<string, string> {
  const text = localStorage.getItem(KEY);
  // Written by keepStackName only.
  return new Map(text === null ? [] : (JSON.parse(text) as readonly (readonly [string, string])[]));
}

export function keepStackName(uploadId: string, name: string): void {
  const others = [...stackNames()].filter(([each]) => each !== uploadId);
  localStorage.setItem(KEY, JSON.stringify([[uploadId, name], ...others].slice(0, KEPT)));
}
