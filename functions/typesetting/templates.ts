// Which template sets a kind of paper, and what the code on its pages is for.
import type { TypesetCode } from '../../domain/paper/paper-contents.ts';

/**
 * FILING: for the scanner, on sheets that come back; PUBLIC: for residents' phones; OFFICIAL: for phones, smaller, in
 * the margin of official documents.
 */
export type CodeStyle = 'FILING' | 'PUBLIC' | 'OFFICIAL';

interface Template<Code extends TypesetCode> {
  /** Path under `templates/`. */
  readonly file: `${string}/${Code}.typ`;
  readonly code: CodeStyle;
}

export const TEMPLATES = {
  E1: { file: 'consent/E1.typ', code: 'FILING' },
  E2: { file: 'consent/E2.typ', code: 'OFFICIAL' },
  F1: { file: 'consent/F1.typ', code: 'FILING' },
  F1S: { file: 'consent/F1S.typ', code: 'FILING' },
  W1: { file: 'consent/W1.typ', code: 'FILING' },
  B1: { file: 'consent/B1.typ', code: 'OFFICIAL' },
  P1C: { file: 'consent/P1C.typ', code: 'FILING' },
  F2: { file: 'consent/F2.typ', code: 'FILING' },
  F2D: { file: 'consent/F2D.typ', code: 'FILING' },
  F2P: { file: 'consent/F2P.typ', code: 'FILING' },
  F2S: { file: 'consent/F2S.typ', code: 'FILING' },
  U1: { file: 'consent/U1.typ', code: 'PUBLIC' },
  F3: { file: 'publicity/F3.typ', code: 'PUBLIC' },
  F4: { file: 'publicity/F4.typ', code: 'PUBLIC' },
  P2: { file: 'publicity/P2.typ', code: 'PUBLIC' },
  PB1: { file: 'publicity/PB1.typ', code: 'FILING' },
  OB1: { file: 'publicity/OB1.typ', code: 'FILING' },
  OB2: { file: 'publicity/OB2.typ', code: 'FILING' },
  M1: { file: 'start/M1.typ', code: 'FILING' },
  M3: { file: 'start/M3.typ', code: 'FILING' },
  M4: { file: 'start/M4.typ', code: 'FILING' },
  FA1: { file: 'funding/FA1.typ', code: 'PUBLIC' },
  S1: { file: 'funding/S1.typ', code: 'PUBLIC' },
  FA2: { file: 'funding/FA2.typ', code: 'PUBLIC' },
  N1: { file: 'start/N1.typ', code: 'PUBLIC' },
  N2: { file: 'start/N2.typ', code: 'OFFICIAL' },
  X1: { file: 'start/X1.typ', code: 'OFFICIAL' },
  X2: { file: 'start/X2.typ', code: 'FILING' },
  X3: { file: 'start/X3.typ', code: 'OFFICIAL' },
  A1: { file: 'approvals/A1.typ', code: 'OFFICIAL' },
  A3N: { file: 'approvals/A3N.typ', code: 'OFFICIAL' },
  A3O: { file: 'approvals/A3O.typ', code: 'FILING' },
  A3: { file: 'approvals/A3.typ', code: 'OFFICIAL' },
  A2: { file: 'approvals/A2.typ', code: 'OFFICIAL' },
  A2F: { file: 'approvals/A2F.typ', code: 'OFFICIAL' },
  A4: { file: 'approvals/A4.typ', code: 'FILING' },
  A4R: { file: 'approvals/A4R.typ', code: 'PUBLIC' },
  A5R: { file: 'approvals/A5R.typ', code: 'PUBLIC' },
  A6: { file: 'approvals/A6.typ', code: 'PUBLIC' },
  A7: { file: 'approvals/A7.typ', code: 'FILING' },
  SI1: { file: 'works/SI1.typ', code: 'FILING' },
  SI2: { file: 'works/SI2.typ', code: 'FILING' },
  CO1: { file: 'works/CO1.typ', code: 'FILING' },
  RS1: { file: 'works/RS1.typ', code: 'FILING' },
  C5: { file: 'works/C5.typ', code: 'PUBLIC' },
  JA1: { file: 'completion/JA1.typ', code: 'FILING' },
  KF: { file: 'completion/KF.typ', code: 'PUBLIC' },
  KC: { file: 'completion/KC.typ', code: 'FILING' },
  K8D: { file: 'funding/K8D.typ', code: 'OFFICIAL' },
  S2: { file: 'funding/S2.typ', code: 'PUBLIC' },
  K9: { file: 'completion/K9.typ', code: 'FILING' },
  HO1: { file: 'handover/HO1.typ', code: 'FILING' },
  HO2: { file: 'handover/HO2.typ', code: 'FILING' },
  H2: { file: 'handover/H2.typ', code: 'OFFICIAL' },
  C1: { file: 'district/C1.typ', code: 'OFFICIAL' },
  C2: { file: 'district/C2.typ', code: 'FILING' },
  C3: { file: 'district/C3.typ', code: 'OFFICIAL' },
  C4: { file: 'district/C4.typ', code: 'FILING' },
} as const satisfies { readonly [Code in TypesetCode]: Template<Code> };
