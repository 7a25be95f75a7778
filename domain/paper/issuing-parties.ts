// Who may issue which kind of paper: who makes it or signs it by the catalogue; forms of people without account are
// printed by those who hand them out.
import { ROLES, type Role } from '../parties.ts';
import { type DocumentCode, documentKind } from './catalogue.ts';

const HAND_OUT: readonly Role[] = ['STREET', 'COMMUNITY', 'BODY'];
/** 联审意见单 of any department: the office that convenes prints them, each department its own. */
const OF_DEPARTMENTS: readonly Role[] = [
  ...(['RENOVATION_OFFICE', 'DRB', 'FINANCE', 'HOUSING', 'FIRE', 'CIVIL_DEFENCE', 'NATURAL_RESOURCES'] as const),
  ...(['LAW_ENFORCEMENT', 'TRANSPORT', 'PUBLIC_SECURITY', 'TRAFFIC_POLICE', 'ECOLOGY', 'CIVIL_AFFAIRS'] as const),
  ...(['HOUSING_MGMT_CENTRE', 'URBAN_VILLAGE_CENTRE', 'SERVICE_HALL', 'UTILITY'] as const),
];
/** On the site a street prints what contractor, supervisor and residents fill in (design 1: 街道 … print forms). */
const OF_STREETS: readonly DocumentCode[] = ['CO1', 'RS1', 'SI1', 'F2S', 'W1', 'F1S', 'OB2', 'PB1'];

const isRole = (name: string): name is Role => ROLES.some((role) => role === name);

export function issuersOf(kind: DocumentCode): readonly Role[] {
  const { madeBy, signedBy } = documentKind(kind);
  const parties = [madeBy, ...signedBy].filter(isRole).filter((role) => role !== 'SYSTEM');
  const others = [madeBy, ...signedBy].includes('DEPARTMENT') ? OF_DEPARTMENTS : [];
  const handedOut = madeBy === 'OWNER' || madeBy === 'SYSTEM' || madeBy === 'RESIDENT_SUPERVISOR' ? HAND_OUT : [];
  const street: readonly Role[] = OF_STREETS.includes(kind) ? ['STREET'] : [];
  return [...new Set([...parties, ...others, ...handedOut, ...street])];
}
