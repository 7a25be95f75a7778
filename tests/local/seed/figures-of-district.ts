// Figures of the demo district as its routes give them, and the entries of its ledgers that they open.
import { expect } from 'vitest';
import { actor } from '../../domain/programme/neighbourhoods.ts';
import { type Asked, ask } from '../../functions/programme/ask.ts';
import type { DemoDistrict } from './demo-district.ts';

export interface Ref {
  readonly projectId?: string;
  readonly programmeYear?: string;
  readonly budgetYear?: string;
  readonly seq: number;
}
export interface Figure {
  readonly value: number | string;
  readonly entries: readonly Ref[];
}

const OFFICE = actor('RENOVATION_OFFICE');

export class FiguresOf {
  readonly #district: DemoDistrict;

  constructor(district: DemoDistrict) {
    this.#district = district;
  }

  /** Asked by the renovation office, unless said otherwise. */
  async read<Json>(name: string, more: Partial<Asked> = {}): Promise<Json> {
    const { status, json } = await ask(this.#district.ports, name, { by: OFFICE, ...more });
    expect([name, status]).toEqual([name, 200]);
    return json as Json;
  }

  figure(code: string, street?: string): Promise<Figure> {
    return this.read('readFigure', { path: { code }, ...(street !== undefined && { query: { street } }) });
  }

  entryOf({ projectId, programmeYear, budgetYear, seq }: Ref) {
    return this.#district.entry(
      projectId ? `PROJECT/${projectId}` : programmeYear ? `PROGRAMME/${programmeYear}` : `BUDGET/${budgetYear}`,
      seq,
    );
  }

  /** Every reference opens an entry, and none is named twice. */
  opened({ entries }: Figure) {
    expect(new Set(entries.map((ref) => JSON.stringify(ref))).size).toBe(entries.length);
    return entries.map((ref) => this.entryOf(ref) ?? expect.fail(`no entry ${JSON.stringify(ref)}`));
  }
}
