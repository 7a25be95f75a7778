// Shows how far the story is: one line for each thing done, and a bar that people can look at.

const WIDTH = 28;

export class Progress {
  readonly #total: number;
  readonly #live: boolean;
  #done = 0;

  /** `total`: how many lines the story has. */
  constructor(total: number, live = process.stdout.isTTY === true) {
    this.#total = total;
    this.#live = live;
  }

  get done(): number {
    return this.#done;
  }

  chapter(zh: string, en: string): void {
    this.#clear();
    console.log(`\n■ ${zh}  ${en}`);
    this.#draw();
  }

  line(on: string, zh: string, en: string): void {
    this.#done += 1;
    this.#clear();
    console.log(`  ${on}  ${zh}  ${en}`);
    this.#draw();
  }

  /** What is going on while a line takes its time; only where somebody looks. */
  note(what: string): void {
    if (!this.#live) return;
    this.#clear();
    this.#draw();
    process.stdout.write(`  ${what}`);
  }

  end(): void {
    this.#clear();
  }

  #draw(): void {
    if (!this.#live) return;
    const filled = Math.min(WIDTH, Math.round((this.#done / this.#total) * WIDTH));
    process.stdout.write(`  ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${this.#done}/${this.#total}`);
  }

  #clear(): void {
    if (this.#live) process.stdout.write('\r\u001B[2K');
  }
}
