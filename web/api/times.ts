// What the server tells of how long it took, in milliseconds.
import type { Bilingual } from '../../domain/bilingual.ts';

export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
}

export interface Times {
  readonly measured: boolean;
  readonly routes: readonly (Spread & { readonly name: string; readonly title?: Bilingual })[];
  readonly visible?: Spread;
  readonly papers?: Spread;
  readonly delivered?: Spread;
  readonly days: readonly (Spread & { readonly day: string })[];
}

export const TIMES = '/api/operations/times';
