// Names, firms and telephones on the papers of the story: made up, office telephones of nobody.
export const CONTRACTOR = '温州市某建设工程有限公司';
export const DESIGNER = '温州市某设计院有限公司';
export const SUPERVISOR = '温州市某工程监理有限公司';
export const SITE_TEL = '0577-00000005';

export const SITE = {
  projectAddress: '五马街道黄龙路18号',
  buildYears: '1996年',
  buildingCount: 13,
  householdsTotal: 338,
  titleArea: '28800.00',
};
export const COMMUNITY = { communityName: '五马街道第一社区居民委员会', communityTel: '0577-00000002' };
export const BODY_TEL = '0577-00000001';
export const BODY_NAME = '黄龙教育新村业主委员会';

/** Whole number of the account: on papers that residents pay by, and nowhere else. */
export const ACCOUNT = {
  accountName: '五马街道办事处（黄龙教育新村老旧小区改造资金专户）',
  accountNo: '7330 0012 3456 7890',
} as const;

/** 浙江政务服务网投资项目在线审批监管平台 gives it out. */
export const PROJECT_CODE = '2020-330302-78-01-123456';
