// What a version of a paper is called in codes and addresses.

export interface Version {
  readonly version: number;
  /** 2 and more: the version was voided and issued again, corrected; absent for the first printing. */
  readonly printing?: number | undefined;
}

/** `2`, and `2-2` for what was issued again under the same version. */
export const versionName = ({ version, printing }: Version): string =>
  printing === undefined ? String(version) : `${version}-${printing}`;
