// The sections of the bench, each loaded only when it is measured.
import type { Measured } from './figure.ts';

export interface Asked {
  /** Of alternating measurements: the table tells the middle one. */
  readonly rounds: number;
  readonly withPeers: boolean;
  /** What is done now, for the line of progress. */
  tell(text: string): void;
}

interface Section {
  readonly title: string;
  /** On two quiet cores, with peers and three rounds: what the line of progress tells of the time that is left. */
  readonly roughSeconds: number;
  measure(asked: Asked): Promise<Measured>;
}

export const SECTIONS = {
  stepfunctions: {
    title: 'Embedded Step Functions: nine functions and one answer, durable after each state',
    roughSeconds: 240,
    async measure({ rounds, withPeers, tell }) {
      const { measureEngine } = await import('./stepfunctions/measure-engine.ts');
      const { openPeers } = await import('./stepfunctions/peers.ts');
      if (!withPeers) return measureEngine(rounds, [], tell);
      const { peers, notes, close } = await openPeers(tell);
      try {
        const measured = await measureEngine(rounds, peers, tell);
        return { ...measured, notes: [...notes, ...measured.notes] };
      } finally {
        await close();
      }
    },
  },
  paper: {
    title: 'Paper in: stacks of colour scans, 300 dpi',
    roughSeconds: 250,
    measure: async (asked) => (await import('./paper/measure-paper.ts')).measurePaper(asked),
  },
  hostile: {
    title: 'Bad paper: the hostile corpus',
    roughSeconds: 60,
    measure: async (asked) => (await import('./hostile.ts')).measureHostile(asked),
  },
  roster: {
    title: 'Roster: 10,000 rows of a spreadsheet',
    roughSeconds: 40,
    measure: async (asked) => (await import('./roster/measure-roster.ts')).measureRoster(asked),
  },
  issuing: {
    title: 'Paper out: a two-page approval',
    roughSeconds: 65,
    measure: async (asked) => (await import('./issuing/measure-issuing.ts')).measureIssuing(asked),
  },
  reads: {
    title: 'Dashboard and project page, by the number of projects',
    roughSeconds: 35,
    measure: async (asked) => (await import('./reads.ts')).measureReads(asked),
  },
  latency: {
    title: 'The server: from an act to what others see',
    roughSeconds: 25,
    measure: async (asked) => (await import('./latency.ts')).measureLatency(asked),
  },
  bundles: {
    title: 'Cold start of bundles',
    roughSeconds: 70,
    measure: async (asked) => (await import('./bundles.ts')).measureBundles(asked),
  },
  cost: {
    title: 'A project on AWS',
    roughSeconds: 1,
    measure: async () => (await import('./cost.ts')).measureCost(),
  },
} as const satisfies Record<string, Section>;

export type SectionName = keyof typeof SECTIONS;

export function isSection(name: string): name is SectionName {
  return Object.hasOwn(SECTIONS, name);
}
