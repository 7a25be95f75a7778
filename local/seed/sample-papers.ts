// One sample paper of each kind that the stories name.
import { hash } from 'node:crypto';
import type { Ports } from '../../domain/ports.ts';
import { samplePdf } from './sample-pdf.ts';
import type { Papers } from './story.ts';

const KINDS = [
  ...['E1', 'F1', 'W1', 'B1', 'AR', 'DC', 'P1', 'SL', 'F2', 'F3', 'F4', 'P2', 'PHOTO-1', 'PHOTO-2', 'M1', 'M3', 'M4'],
  ...['DP', 'X1', 'X2', 'X3', 'GP', 'A1', 'A1B', 'A2', 'A2B', 'A3', 'A4', 'A5', 'A6', 'A7', 'DU'],
  ...['RS', 'TA', 'SITE', 'BOARD', 'XR', 'XF', 'IS', 'PP', 'RV', 'CO', 'TO', 'SP'],
  ...['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8', 'K8D', 'K9', 'UT', 'OD', 'HO', 'PM', 'RP', 'MR'],
  ...['BU', 'RN', 'CR', 'C3', 'PD', 'ROSTER'],
];

export async function samplePapers(ports: Ports): Promise<Papers> {
  const stored = await Promise.all(
    KINDS.map(async (kind) => {
      const bytes = samplePdf(`${kind}  sample paper of the demo district`);
      const { sha256 } = await ports.papers.put(bytes, {
        mediaType: 'application/pdf',
        paperClass: 'FILED',
        storedAt: ports.clock.now(),
      });
      return [kind, sha256] as const;
    }),
  );
  const known = new Map(stored);
  return (kind) => known.get(kind) ?? hash('sha256', kind, 'hex');
}
