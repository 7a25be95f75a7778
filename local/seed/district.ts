// The demo district: fourteen streets with their communities, and an account for every party.
import { PARTIES, type Role } from '../../domain/parties.ts';
import type { DemoAccount } from '../identity/accounts.ts';

/** Printed on the sign-in page: an account of the demo protects nothing. */
export const DEMO_PASSWORD = 'jiugai-2020';

export interface Street {
  /** Numbered by the demo itself. */
  readonly code: string;
  readonly name: string;
}

const STREET_NAMES = [
  '五马街道',
  '松台街道',
  '滨江街道',
  '南汇街道',
  '大南街道',
  '广化街道',
  '蒲鞋市街道',
  '南郊街道',
  '双屿街道',
  '仰义街道',
  '丰门街道',
  '七都街道',
  '藤桥镇',
  '山福镇',
];

export const STREETS: readonly Street[] = STREET_NAMES.map((name, index) => ({
  code: `330302${String(index + 1).padStart(3, '0')}`,
  name,
}));

/** The first community of a street, and the first neighbourhood of a community. */
export const communityOf = (street: Street): string => `${street.code}001`;
export const neighbourhoodCode = (street: Street, serial: number): string =>
  `${communityOf(street)}-${String(serial).padStart(2, '0')}`;

/** Accounts of a street, its community and the bodies of its neighbourhoods. */
function localAccounts(street: Street, index: number): readonly DemoAccount[] {
  const number = String(index + 1).padStart(2, '0');
  const account = (id: string, role: Role, unit: string, name: string): DemoAccount => ({
    id,
    password: DEMO_PASSWORD,
    role,
    unit,
    name,
  });
  return [
    account(`street-${number}`, 'STREET', street.code, `${street.name}经办`),
    // What one records another takes back, and a task can be handed to a colleague.
    account(`street-${number}-2`, 'STREET', street.code, `${street.name}复核`),
    account(`community-${number}`, 'COMMUNITY', communityOf(street), `${street.name}第一社区经办`),
    ...Array.from({ length: BODIES_PER_STREET }, (_, serial) =>
      account(
        `body-${number}-${serial + 1}`,
        'BODY',
        neighbourhoodCode(street, serial + 1),
        `${street.name}${serial + 1}号小区业委会`,
      ),
    ),
  ];
}

const BODIES_PER_STREET = 6;

/** Specialised units (D-22): each owes for its own lines and signs in under its own name. */
export const UTILITY_UNITS = {
  power: '国网鹿城供电',
  water: '温州市水务集团',
  gas: '温州市燃气',
  telecom: '温州电信',
} as const;

const utilityAccounts: readonly DemoAccount[] = Object.entries(UTILITY_UNITS).map(([name, unit]) => ({
  id: `utility-${name}`,
  password: DEMO_PASSWORD,
  role: 'UTILITY',
  unit,
  name: `${unit}经办`,
}));

const LOCAL_ROLES: readonly Role[] = ['STREET', 'COMMUNITY', 'BODY', 'RESIDENT', 'SYSTEM'];

/** One account for each party of the district, named after it: `finance`, `principal-leader`. */
const districtAccounts: readonly DemoAccount[] = (Object.keys(PARTIES) as Role[])
  .filter((role) => !LOCAL_ROLES.includes(role))
  .map((role) => ({
    id: role.toLowerCase().replaceAll('_', '-'),
    password: DEMO_PASSWORD,
    role,
    unit: role,
    name: `${PARTIES[role].zh}经办`,
  }));

/** Where two people have to agree: circulars are confirmed by one and issued by another. */
const secondAccounts: readonly DemoAccount[] = (['RENOVATION_OFFICE', 'FINANCE'] as const).map((role) => ({
  id: `${role.toLowerCase().replaceAll('_', '-')}-2`,
  password: DEMO_PASSWORD,
  role,
  unit: role,
  name: `${PARTIES[role].zh}复核`,
}));

/** One person at two streets: chooses after signing in whose work it is. */
const twoPosts = (first: Street, second: Street): DemoAccount => ({
  id: `street-${first.code.slice(-2)}-${second.code.slice(-2)}`,
  password: DEMO_PASSWORD,
  role: 'STREET',
  unit: first.code,
  name: `${first.name}、${second.name}两处经办`,
  alsoHolds: [{ role: 'STREET', unit: second.code }],
});
const [, SONGTAI, BINJIANG] = STREETS;

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  ...STREETS.flatMap(localAccounts),
  ...districtAccounts,
  ...secondAccounts,
  ...utilityAccounts,
  ...(SONGTAI && BINJIANG ? [twoPosts(SONGTAI, BINJIANG)] : []),
];
