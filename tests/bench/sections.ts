// The sections of the bench, each loaded only when it is measured.
import type { Figure } from './figure.ts';

interface Asked {
  readonly rounds: number;
  readonly withPeers: boolean;
}

interface Section {
  readonly title: string;
  measure(asked: Asked): Promise<readonly Figure[]>;
}

export const SECTIONS = {
  stepfunctions: {
    title: 'Embedded Step Functions: nine functions and one answer, durable after each state',
    async measure({ rounds, withPeers }) {
      const { measureEngine } = await import('./stepfunctions/measure-engine.ts');
      const { installPeers } = await import('./stepfunctions/peers.ts');
      const peers = withPeers ? await installPeers() : [];
      try {
        return await measureEngine(rounds, peers);
      } finally {
        for (const peer of peers) await peer.close();
      }
    },
  },
  paper: {
    title: 'Paper in: stacks of colour scans, 300 dpi',
    measure: async () => (await import('./paper.ts')).measurePaper(),
  },
  roster: {
    title: 'Roster: 10,000 rows of a spreadsheet',
    measure: async () => (await import('./roster.ts')).measureRoster(),
  },
  issuing: { title: 'Paper out', measure: async () => (await import('./issuing.ts')).measureIssuing() },
  reads: { title: 'Dashboard and project page', measure: async () => (await import('./reads.ts')).measureReads() },
  latency: {
    title: 'The server: from an act to what others see',
    measure: async () => (await import('./latency.ts')).measureLatency(),
  },
  bundles: { title: 'Cold start of bundles', measure: async () => (await import('./bundles.ts')).measureBundles() },
} as const satisfies Record<string, Section>;

export function isSection(name: string): name is keyof typeof SECTIONS {
  return Object.hasOwn(SECTIONS, name);
}
