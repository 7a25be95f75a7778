// What peers did in the rounds of the bench: a round of each beside each round of ours, told as medians.
import { type Figure, figure, median } from '../figure.ts';
import type { Throughput } from './nine-states.ts';
import type { Peer, PeerId, PeerThroughput } from './peers.ts';
import type { Contender } from './side-by-side.ts';

export class PeerRounds {
  readonly #measured = new Map<string, PeerThroughput[]>();
  readonly #failed = new Map<Peer, string>();
  readonly #peers: readonly Peer[];

  constructor(peers: readonly Peer[]) {
    this.#peers = peers;
  }

  /** A peer that fails is left out of the rounds that follow; the others go on. */
  async measure(inFlight: number, tell: (text: string) => void): Promise<void> {
    for (const peer of this.#peers) {
      if (this.#failed.has(peer)) continue;
      tell(`${peer.name}, ${inFlight} in flight`);
      try {
        const measured = await peer.measure(inFlight);
        const key = keyOf(peer.id, inFlight);
        this.#measured.set(key, [...(this.#measured.get(key) ?? []), measured]);
      } catch (error) {
        this.#failed.set(peer, error instanceof Error ? error.message : String(error));
      }
    }
  }

  middle(id: PeerId, inFlight: number, pick: (one: PeerThroughput) => number): number | undefined {
    const measured = this.#measured.get(keyOf(id, inFlight));
    return measured && median(measured.map(pick));
  }

  /** What it costs is told once, of the first load: it hardly differs. */
  figures(loads: readonly number[]): readonly Figure[] {
    return this.#peers.flatMap(({ id, name }) =>
      loads.flatMap((inFlight) => {
        const perSecond = this.middle(id, inFlight, (one) => one.perSecond);
        if (perSecond === undefined) return [];
        const of = `${name}, ${inFlight} in flight`;
        const cost = (pick: (one: PeerThroughput) => number) => this.middle(id, inFlight, pick) ?? Number.NaN;
        const speed = [
          figure(of, perSecond, 'executions/s'),
          figure(
            `${of}, p99`,
            cost(({ p99 }) => p99),
            'ms',
          ),
        ];
        if (inFlight !== loads[0]) return speed;
        return [
          ...speed,
          figure(
            `${name}, CPU of one execution`,
            cost(({ cpu }) => cpu),
            'ms',
          ),
          figure(
            `${name}, memory`,
            cost(({ megabytes }) => megabytes),
            'MB',
          ),
          figure(
            `${name}, on disk`,
            cost(({ kilobytes }) => kilobytes),
            'KB/execution',
          ),
        ];
      }),
    );
  }

  contenders(loads: readonly number[]): readonly Contender[] {
    return this.#peers.flatMap(({ id, name }) => {
      const at = new Map<number, Throughput>();
      for (const inFlight of loads) {
        const of = (pick: (one: PeerThroughput) => number) => this.middle(id, inFlight, pick);
        const perSecond = of((one) => one.perSecond);
        if (perSecond === undefined) continue;
        at.set(inFlight, { perSecond, p50: of((one) => one.p50) ?? 0, p99: of((one) => one.p99) ?? 0 });
      }
      const cost = (pick: (one: PeerThroughput) => number) => this.middle(id, loads[0] ?? 0, pick);
      const [cpu, megabytes, kilobytes] = [
        cost((one) => one.cpu),
        cost((one) => one.megabytes),
        cost((one) => one.kilobytes),
      ];
      if (cpu === undefined || megabytes === undefined || kilobytes === undefined) return [];
      return [{ name, at, cost: { cpu, megabytes, kilobytes } }];
    });
  }

  notes(): readonly string[] {
    return [...this.#failed].map(([{ name }, reason]) => `${name} stopped in the middle and is left out: ${reason}`);
  }
}

const keyOf = (id: PeerId, inFlight: number): string => `${id}, ${inFlight}`;
