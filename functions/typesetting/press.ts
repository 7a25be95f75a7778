// The press of an installation: its typesetter and what all its papers have alike.
import { lucheng2020 } from '../../domain/policy/packs.ts';
import { CATEGORIES } from '../../domain/policy/parameters/local.ts';
import type { PrintingHouse } from './typeset-paper.ts';
import type { Typesetter } from './typesetter.ts';

export interface Press {
  readonly typesetter: Typesetter;
  readonly house: PrintingHouse;
}

export interface HouseSettings {
  /** Address that people open; residents' phones must reach it. Absent: codes are typed in at the community. */
  readonly publicOrigin?: string | undefined;
  readonly rehearsal: boolean;
  readonly duplex?: boolean;
}

/** The page that codes on public papers open; upper case keeps the pictures small. */
const VERIFY_PATH = '/p/v/';

export function printingHouse({ publicOrigin, rehearsal, duplex = false }: HouseSettings): PrintingHouse {
  const { title, instrument, residentShares, subsidyCap } = lucheng2020;
  const shares = residentShares.at(-1)?.value;
  return {
    district: '鹿城区',
    policy: {
      title: title.zh,
      number: instrument,
      shares: CATEGORIES.map((category) => shares?.[category].rate.times(100).toString() ?? ''),
      cap: subsidyCap.at(-1)?.value.toString() ?? '',
    },
    publicOrigin,
    verifyBase: publicOrigin === undefined ? undefined : `${publicOrigin}${VERIFY_PATH}`.toUpperCase(),
    duplex,
    rehearsal,
  };
}
