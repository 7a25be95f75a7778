// What anybody learns who scans or types the code of a page: which paper it is, and whether it is in force.
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import { type DocumentCode, documentKind } from '../../domain/paper/catalogue.ts';
import { readCode } from '../../domain/paper/filing-code.ts';
import { type IssuedPaper, standingOf } from '../../domain/paper/issue-register.ts';
import type { Ports } from '../../domain/ports.ts';
import { listIssuedPapers } from './issued-papers.ts';

/** No households, no people, no amounts (paper 1.3). */
export interface PublicPaper {
  readonly kind: DocumentCode;
  readonly title: string;
  readonly number?: string;
  readonly issuer: string;
  readonly issuedOn: PlainDate;
  readonly version: number;
  /** The first eight digits of the SHA-256 of the file. */
  readonly fingerprint: string;
  /** A notice can be objected to until the end of this day. */
  readonly objectionsUntil?: PlainDate;
}

export type Verification =
  | { readonly verdict: 'VALID'; readonly paper: PublicPaper }
  | {
      readonly verdict: 'VOID';
      readonly paper: PublicPaper;
      readonly voidedOn: PlainDate;
      readonly currentVersion?: number;
    }
  /** Ours by its check value, but only printed, as a proof or by somebody else's press. */
  | { readonly verdict: 'NEVER_ISSUED'; readonly kind: DocumentCode; readonly title: string }
  | { readonly verdict: 'FORGED' }
  | { readonly verdict: 'NO_CODE' };

export async function verifyCode(ports: Pick<Ports, 'seal' | 'views'>, code: string): Promise<Verification> {
  const reading = readCode(ports.seal, code);
  if (reading.verdict !== 'GENUINE') return reading;
  const { page } = reading;
  const standing = standingOf(page, await listIssuedPapers(ports, page.projectNo, page.kind));
  switch (standing.status) {
    case 'VALID':
      return { verdict: 'VALID', paper: publicPaper(standing.paper) };
    case 'VOID':
      return {
        verdict: 'VOID',
        paper: publicPaper(standing.paper),
        voidedOn: standing.on,
        ...(standing.current && { currentVersion: standing.current.version }),
      };
    case 'NEVER_ISSUED':
      return { verdict: 'NEVER_ISSUED', kind: page.kind, title: documentKind(page.kind).title.zh };
  }
}

function publicPaper(issued: IssuedPaper): PublicPaper {
  const { kind, title, number, issuer, issuedOn, version, sha256, publicityEndsOn } = issued;
  return {
    kind,
    title,
    ...(number !== undefined && { number }),
    issuer,
    issuedOn,
    version,
    fingerprint: sha256.slice(0, 8),
    ...(publicityEndsOn !== undefined && { objectionsUntil: publicityEndsOn }),
  };
}
