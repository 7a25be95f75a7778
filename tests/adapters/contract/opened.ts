// What every contract gets: a port over an empty store of its own, and how to give the store back.

export interface Opened {
  close(): Promise<void>;
}

export type Open<Port> = () => Promise<Port & Opened>;
