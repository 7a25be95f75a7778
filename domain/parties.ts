// Who takes part: the roles of the procedure (三(一), 三(二)), and what belongs to whom.
import type { Bilingual } from './bilingual.ts';

export const PARTIES = {
  STREET: { zh: '街道', en: 'Street office' },
  COMMUNITY: { zh: '社区', en: 'Community' },
  BODY: { zh: '业委会／自治小组', en: 'Owners’ committee or self-governance group' },
  RENOVATION_OFFICE: { zh: '区旧改办', en: 'District Renovation Office' },
  LEADING_GROUP: { zh: '领导小组', en: 'Leading group' },
  PRINCIPAL_LEADER: { zh: '区政府主要领导', en: 'Principal leader' },
  DRB: { zh: '区发改局', en: 'Development and Reform Bureau' },
  FINANCE: { zh: '区财政局', en: 'Finance Bureau' },
  HOUSING: { zh: '区住建局', en: 'Housing and Construction Bureau' },
  AUDIT: { zh: '区审计局', en: 'Audit Bureau' },
  FIRE: { zh: '区消防救援大队', en: 'Fire and Rescue Brigade' },
  CIVIL_DEFENCE: { zh: '人防', en: 'Civil defence' },
  DRAWING_REVIEWER: { zh: '图审机构', en: 'Drawing-review institution' },
  ARCHIVES: { zh: '市城建档案馆', en: 'Urban Construction Archives' },
  GOV_OFFICE: { zh: '区府办', en: 'District Government Office' },
  ORG_DEPT: { zh: '区委组织部', en: 'Party Organisation Department' },
  PETITION_BUREAU: { zh: '区信访局', en: 'Petition Bureau' },
  PUBLIC_SECURITY: { zh: '区公安分局', en: 'Public Security Branch' },
  CIVIL_AFFAIRS: { zh: '区民政局', en: 'Civil Affairs Bureau' },
  TRANSPORT: { zh: '区交通运输局', en: 'Transport Bureau' },
  LAW_ENFORCEMENT: { zh: '区综合行政执法局', en: 'Comprehensive Law Enforcement Bureau' },
  SERVICE_HALL: { zh: '区政务服务大厅', en: 'Government Service Hall' },
  URBAN_VILLAGE_CENTRE: { zh: '区域中村改造建设中心', en: 'Urban-Village Renovation Centre' },
  HOUSING_MGMT_CENTRE: { zh: '区房产管理中心', en: 'Housing Management Centre' },
  NATURAL_RESOURCES: { zh: '市自然资源和规划局鹿城分局', en: 'Natural Resources and Planning Bureau' },
  ECOLOGY: { zh: '市生态环境局鹿城分局', en: 'Ecology and Environment Bureau' },
  TRAFFIC_POLICE: { zh: '交管局一、二大队', en: 'Traffic Police Brigades' },
  UTILITY: { zh: '专业单位', en: 'Specialised unit' },
  DESIGNER: { zh: '设计咨询单位', en: 'Design consultant' },
  CONTRACTOR: { zh: '施工单位', en: 'Contractor' },
  OPERATOR: { zh: '系统管理员', en: 'Operator' },
  RESIDENT: { zh: '居民', en: 'Resident' },
  SYSTEM: { zh: '系统', en: 'System' },
} as const satisfies Record<string, Bilingual>;

export type Role = keyof typeof PARTIES;
export const ROLES = Object.keys(PARTIES) as readonly Role[];

/** Who acts: a role, a person by an id that says nothing about the person, and the unit that the role is held in. */
export interface Actor {
  readonly role: Role;
  readonly id: string;
  /**
   * STREET: street code (9 digits); COMMUNITY: community code (12 digits); BODY: neighbourhood code
   * (community code, dash, two digits); everyone else: the name of the party.
   */
  readonly unit: string;
}

export interface Neighbourhood {
  readonly name: string;
  readonly code: string;
  readonly community: string;
  readonly street: string;
}

export const SYSTEM: Actor = { role: 'SYSTEM', id: 'system', unit: 'SYSTEM' };

/** Streets, communities and bodies have to do with their own neighbourhoods only; the district's parties with all. */
export function belongsTo(actor: Actor, neighbourhood: Neighbourhood): boolean {
  switch (actor.role) {
    case 'STREET':
      return actor.unit === neighbourhood.street;
    case 'COMMUNITY':
      return actor.unit === neighbourhood.community;
    case 'BODY':
    case 'RESIDENT':
      return actor.unit === neighbourhood.code;
    default:
      return true;
  }
}
