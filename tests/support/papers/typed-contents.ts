// What clerks type on papers of the neighbourhood on stage: all that its ledger does not know.

/** B1: the street recognises a self-governance group. */
export const RECOGNITION = {
  bodyName: '月季小区自治小组',
  communityName: '第一社区居民委员会',
  recommendedBy: '业主代表',
  postedDays: 7,
  memberCount: 5,
};

/** F2 and its like: the material of a ballot on the plan. */
export const BALLOT = {
  bodyName: '月季小区自治小组',
  bodyTel: '0577-00000001',
  planPlace: '小区大门公告栏',
  returnTo: '社区一楼',
  ballotFrom: '2026-03-02',
  ballotTo: '2026-03-15',
};
