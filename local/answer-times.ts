// Measures how long this server takes, by route, for the ledger and for paper, and keeps it by day over restarts.
import { dateInShanghai, type PlainDate } from '../domain/calendar/plain-date.ts';
import { addDurations, type Durations, withDuration } from '../domain/operations/durations.ts';
import type { Ledger, Ports } from '../domain/ports.ts';
import { readTimes, type TimesOfDay, writeOfTimes } from '../functions/runtime/times-of-day.ts';

export class AnswerTimes {
  readonly #ports: Pick<Ports, 'views' | 'clock'>;
  /** Milliseconds that always move on, whatever the business clock does. */
  readonly #now: () => number;
  /** Of today as it was kept before this start. */
  #before: TimesOfDay | undefined;
  #day: PlainDate;
  #routes = new Map<string, Durations>();
  #appends: Durations = {};
  #papers: Durations = {};

  constructor(ports: Pick<Ports, 'views' | 'clock'>, now: () => number) {
    this.#ports = ports;
    this.#now = now;
    this.#day = this.#today();
  }

  noteRoute(name: string, milliseconds: number): void {
    this.#turnDay();
    this.#routes.set(name, withDuration(this.#routes.get(name) ?? {}, milliseconds));
  }

  noteFiledStack(milliseconds: number): void {
    this.#turnDay();
    this.#papers = withDuration(this.#papers, milliseconds);
  }

  /** The ledger with its appends measured: with each, the rows of the dashboard are written in the same transaction. */
  timing(ledger: Ledger): Ledger {
    return {
      ...ledger,
      append: async (ref, entry, consequences) => {
        const begun = this.#now();
        const answer = await ledger.append(ref, entry, consequences);
        this.#turnDay();
        this.#appends = withDuration(this.#appends, this.#now() - begun);
        return answer;
      },
    };
  }

  async today(): Promise<TimesOfDay> {
    this.#turnDay();
    return this.#withBefore(this.#measured());
  }

  /** Puts the day on disk; called from time to time and at the end. */
  async keep(): Promise<void> {
    await this.#ports.views.write([writeOfTimes(await this.today())]);
  }

  #measured(): TimesOfDay {
    return { day: this.#day, routes: Object.fromEntries(this.#routes), appends: this.#appends, papers: this.#papers };
  }

  async #withBefore(measured: TimesOfDay): Promise<TimesOfDay> {
    if (this.#before?.day !== measured.day) this.#before = await readTimes(this.#ports, measured.day);
    const before = this.#before;
    const names = new Set([...Object.keys(before.routes), ...Object.keys(measured.routes)]);
    return {
      day: measured.day,
      routes: Object.fromEntries(
        [...names].map((name) => [name, addDurations([before.routes[name] ?? {}, measured.routes[name] ?? {}])]),
      ),
      appends: addDurations([before.appends, measured.appends]),
      papers: addDurations([before.papers, measured.papers]),
    };
  }

  /** The last quarter of an hour before midnight may be lost with the day; its figures are not. */
  #turnDay(): void {
    const today = this.#today();
    if (today === this.#day) return;
    const over = this.#measured();
    this.#day = today;
    this.#routes = new Map();
    this.#appends = {};
    this.#papers = {};
    void this.#withBefore(over)
      .then((whole) => this.#ports.views.write([writeOfTimes(whole)]))
      .catch(() => {});
  }

  #today(): PlainDate {
    return dateInShanghai(this.#ports.clock.now());
  }
}
