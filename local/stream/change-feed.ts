// What changed, in the order of commit: a short memory of appended entries for those who watch, and the watching itself.
import type { Entry, LedgerKind, LedgerRef } from '../../domain/ledger.ts';
import type { Neighbourhood } from '../../domain/parties.ts';
import type { Consequences, Ledger } from '../../domain/ports.ts';
import type { Project } from '../../domain/projects/project.ts';

export interface Change {
  /** Of this run of the server: `<run>-<number>`. */
  readonly id: string;
  readonly about: ProjectChange | { readonly kind: Exclude<LedgerKind, 'PROJECT'> };
}

export interface ProjectChange {
  readonly kind: 'PROJECT';
  readonly projectId: string;
  readonly seq: number;
  readonly neighbourhood: Neighbourhood;
}

/**
 * Whether pages are told of a ledger's entries. Those of a roster come with an act of the project; looking at personal data is
 * itself an entry: told of it, a page would look again, and never stop.
 */
const IS_TOLD: Readonly<Record<LedgerKind, boolean>> = {
  ...{ PROJECT: true, BUDGET: true, CALENDAR: true, GRANTS: true, PROGRAMME: true },
  ...{ PAPERS: true, DELEGATIONS: true, REPAIRS: true, TELEPHONES: true, ROSTER: false, PRIVACY: false },
};

/** So many changes can be caught up on; whoever was away for longer looks at everything anew. */
const REMEMBERED = 1_000;

export class ChangeFeed {
  readonly #run: string;
  readonly #recent: Change[] = [];
  readonly #watchers = new Set<(change: Change) => void>();
  #number = 0;

  /** `run`: tells the numbers of this run of the server from those of another. */
  constructor(run: string) {
    this.#run = run;
  }

  /** The ledger, telling the feed of every entry that pages show once it is committed. */
  watching(ledger: Ledger): Ledger {
    return {
      ...ledger,
      append: async (ref, entry, consequences) => {
        const answer = await ledger.append(ref, entry, consequences);
        if (answer === 'APPENDED') this.#announce(ref, entry, consequences);
        return answer;
      },
    };
  }

  /** Id of the latest change. */
  get position(): string {
    return `${this.#run}-${this.#number}`;
  }

  watch(watcher: (change: Change) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Changes after `id`, or undefined if they are no longer known. */
  since(id: string): readonly Change[] | undefined {
    const [, run, text] = /^(.*)-(\d+)$/.exec(id) ?? [];
    const number = Number(text);
    const oldest = this.#number - this.#recent.length;
    if (run !== this.#run || number < oldest || number > this.#number) return undefined;
    return this.#recent.slice(number - oldest);
  }

  #announce(ref: LedgerRef, entry: Entry, consequences: Consequences): void {
    const about = IS_TOLD[ref.kind] ? changeOf(ref, entry, consequences) : undefined;
    if (about === undefined) return;
    this.#number += 1;
    const change = { id: this.position, about };
    this.#recent.push(change);
    if (this.#recent.length > REMEMBERED) this.#recent.shift();
    for (const watcher of this.#watchers) watcher(change);
  }
}

function changeOf({ kind, id }: LedgerRef, { seq }: Entry, { views }: Consequences): Change['about'] | undefined {
  if (kind !== 'PROJECT') return { kind };
  // The snapshot is written with every entry of a project, by the projection.
  const snapshot = views.find(({ view }) => view === 'project')?.value as unknown as Project | undefined;
  return snapshot && { kind, projectId: id, seq, neighbourhood: snapshot.neighbourhood };
}
