// Who acts in a story of the demo district: the accounts of its street, community and body, of the departments and the utilities.
import type { Actor, Neighbourhood, Role } from '../../domain/parties.ts';
import { UTILITY_UNITS } from './district.ts';

export function actorOf(neighbourhood: Neighbourhood, role: Role, unit?: string): Actor {
  const street = neighbourhood.street.slice(-2);
  switch (role) {
    case 'STREET':
      return { role, id: `street-${street}`, unit: neighbourhood.street };
    case 'COMMUNITY':
      return { role, id: `community-${street}`, unit: neighbourhood.community };
    case 'BODY':
      return { role, id: `body-${street}-${Number(neighbourhood.code.slice(-2))}`, unit: neighbourhood.code };
    case 'UTILITY':
      return { role, id: utilityAccount(unit), unit: unit ?? role };
    default:
      return { role, id: role.toLowerCase().replaceAll('_', '-'), unit: role };
  }
}

const utilityAccount = (unit: string | undefined): string => {
  const [name] = Object.entries(UTILITY_UNITS).find(([, title]) => title === unit) ?? [];
  return name === undefined ? 'utility' : `utility-${name}`;
};
