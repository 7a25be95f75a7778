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

interface Funnel {
  readonly open: number;
  readonly dueToday: number;
  readonly dueTomorrow: number;
  readonly overdue: number;
  readonly steps: { step: number; open: number; overdue: number; dueSoon: number }[];
}

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

  /** Every figure of the dashboard, by the code under which it opens its entries. */
  async shownOnDashboard(): Promise<Readonly<Record<string, number>>> {
    const funnel = await this.read<Funnel>('readFunnel');
    const money = await this.read<{ open: number; funded: number }>('readMoneyRace');
    const clocks = await this.read<{ running: number }>('readClocks');
    const shown: Record<string, number> = {
      open: funnel.open,
      dueToday: funnel.dueToday,
      dueTomorrow: funnel.dueTomorrow,
      overdue: funnel.overdue,
      accountsCollecting: money.open,
      accountsFunded: money.funded,
      inPublicity: clocks.running,
    };
    for (const { step, open, overdue, dueSoon } of funnel.steps) {
      Object.assign(shown, { [`step${step}`]: open, [`overdueStep${step}`]: overdue, [`dueSoonStep${step}`]: dueSoon });
    }
    return shown;
  }
}
