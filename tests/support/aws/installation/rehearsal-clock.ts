// The clock of the machine under a rehearsal on AWS: stands still until it is moved, for everything in this process that asks.

/** Puts a clock that is moved by hand in the place of the machine's; `restore` puts that back. */
export class RehearsalClock {
  static #real: DateConstructor | undefined;
  #now: number;

  constructor(from: number) {
    if (RehearsalClock.#real) throw new Error('the clock of this process is moved by somebody else already');
    this.#now = from;
    const RealDate = Date;
    RehearsalClock.#real = RealDate;
    const now = () => this.#now;
    globalThis.Date = new Proxy(RealDate, {
      construct: (target, parts, newTarget) => Reflect.construct(target, parts.length > 0 ? parts : [now()], newTarget),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    });
  }

  get now(): number {
    return this.#now;
  }

  /** Only ever forward. */
  moveTo(to: number): void {
    this.#now = Math.max(this.#now, to);
  }

  restore(): void {
    if (RehearsalClock.#real) globalThis.Date = RehearsalClock.#real;
    RehearsalClock.#real = undefined;
  }
}
