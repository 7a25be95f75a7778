// What a ballot needs to know of the roll that was frozen for it: how many units and households, how many ㎡.

export interface RollTotals {
  readonly units: number;
  readonly households: number;
  /** ㎡ of exclusive parts, two decimals. */
  readonly area: string;
}
