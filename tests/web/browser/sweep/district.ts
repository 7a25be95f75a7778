// A small district for looking at every page: twelve neighbourhoods over all nine steps, figures reconciled, a circular drafted.
import type { Ports } from '../../../../domain/ports.ts';
import { type Telling, tell } from '../told.ts';

export const TODAY = '2026-03-02';

/** Where the project page looks different: one address of each is looked at in full. */
const TELLINGS = [
  { name: '黎明新村', street: 1, serial: 1, until: 'tally-willingness' },
  { name: '桃源新村', street: 1, serial: 2, until: 'close-publicity' },
  { name: '荷花住宅区', street: 1, serial: 3, until: 'tally-plan-ballot' },
  { name: '水心小区', street: 1, serial: 4, until: 'book-contributions' },
  { name: '上陡门住宅区', street: 2, serial: 1, until: 'give-review-opinion' },
  { name: '下吕浦住宅区', street: 2, serial: 2, until: 'submit-design' },
  { name: '新桥头小区', street: 3, serial: 1, until: 'consent-start' },
  { name: '松台苑', street: 3, serial: 2, until: 'report-completion' },
  { name: '蝉街小区', street: 4, serial: 1, until: 'record-acceptance' },
  { name: '百里坊小区', street: 4, serial: 2, until: 'hand-over' },
  { name: '横渎新村', street: 5, serial: 1, until: 'set-management-mode' },
  { name: '清明桥小区', street: 5, serial: 2, until: 'file-combined-permit' },
] as const satisfies readonly Telling[];

export type Neighbourhood = (typeof TELLINGS)[number]['name'];

/** The project number of each neighbourhood; of some, where a few are enough. */
export async function tellDistrict<Name extends Neighbourhood = Neighbourhood>(
  ports: Ports,
  some?: readonly Name[],
): Promise<Readonly<Record<Name, string>>> {
  const told = TELLINGS.filter(({ name }) => some === undefined || some.some((each) => each === name));
  const projectIds = await tell(ports, TODAY, told);
  // As many numbers as tellings, in their order.
  return Object.fromEntries(told.map(({ name }, index) => [name, projectIds[index]])) as Record<Name, string>;
}
