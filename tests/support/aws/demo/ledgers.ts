// What a run has written down: every ledger, entry by entry, apart from ids, times and the hashes that follow from both.
import { type Entry, LEDGER_KINDS } from '../../../../domain/ledger.ts';
import type { Ports } from '../../../../domain/ports.ts';

/** By kind and id of the ledger: `PROJECT 330302-2020-0001`. */
export type Ledgers = ReadonlyMap<string, readonly Entry[]>;

export async function readLedgers({ ledger }: Pick<Ports, 'ledger'>): Promise<Ledgers> {
  const ledgers = new Map<string, readonly Entry[]>();
  for (const kind of LEDGER_KINDS) {
    for (const id of await ledger.list(kind)) ledgers.set(`${kind} ${id}`, await ledger.read({ kind, id }));
  }
  return ledgers;
}

/** Hashes of papers and keyed ones, random ids, receipts of objections. */
const ID = /\b(?:[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|YY-[0-9A-Z]{8})\b/g;
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g;

/**
 * One line for each entry. An id is written as the place where it came up first, so that two runs agree only if the same
 * ids stand in the same places; a time as such.
 */
export function linesOf(ledgers: Ledgers): readonly string[] {
  const places = new Map<string, string>();
  const placeOf = (id: string): string => {
    const known = places.get(id);
    if (known !== undefined) return known;
    places.set(id, `<id ${places.size + 1}>`);
    return placeOf(id);
  };
  return [...ledgers]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, entries]) =>
      entries.map(({ hash: _hash, prevHash: _prevHash, request: _request, ...entry }) =>
        `${name} ${JSON.stringify(entry)}`.replace(ID, placeOf).replace(TIME, '<time>'),
      ),
    );
}

/** The first entry in which two runs differ, in words; undefined if there is none. */
export function firstDifference(one: Ledgers, other: Ledgers): string | undefined {
  const [lines, others] = [linesOf(one), linesOf(other)];
  const place = lines.findIndex((line, index) => line !== others[index]);
  if (place >= 0) return `${lines[place]}\n${others[place] ?? 'nothing'}`;
  return lines.length === others.length ? undefined : `nothing\n${others[lines.length]}`;
}
