// Who can be asked in a joint review (二(四)2), beside the specialised units: a list by itself, since pages ask it too.

export const REVIEW_DEPARTMENTS = [
  'DRB',
  'FINANCE',
  'HOUSING',
  'FIRE',
  'CIVIL_DEFENCE',
  'NATURAL_RESOURCES',
  'LAW_ENFORCEMENT',
  'TRANSPORT',
  'PUBLIC_SECURITY',
  'TRAFFIC_POLICE',
  'ECOLOGY',
  'HOUSING_MGMT_CENTRE',
  'URBAN_VILLAGE_CENTRE',
  'CIVIL_AFFAIRS',
  'SERVICE_HALL',
] as const;
