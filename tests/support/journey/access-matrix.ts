// The matrix of who may do what and when, as a page that people of an office can read and compare with the text.
import { PARTIES, ROLES, type Role } from '../../../domain/parties.ts';
import { ACT_NAMES } from '../../../domain/projects/act-names.ts';
import { ACTS } from '../../../domain/projects/acts.ts';
import { permission } from '../../../domain/projects/allowed-acts.ts';
import { ALL_STATES, type State, titleOfState } from '../../../domain/projects/states.ts';

/** Who sees which projects: the rule of `belongsTo`, in words. */
const AREAS = [
  ['STREET', '本街道的小区', 'neighbourhoods of its own street'],
  ['COMMUNITY', '本社区的小区', 'neighbourhoods of its own community'],
  ['BODY、RESIDENT', '本小区', 'its own neighbourhood'],
  ['其余各方 all others', '全区', 'the whole district'],
] as const;

const partyOf = (role: Role): string => `${PARTIES[role].zh} ${role}`;

function sectionOf(state: State): string {
  const { zh, en } = titleOfState(state);
  const rows = ACT_NAMES.flatMap((act) => {
    const roles = ROLES.filter((role) => permission(act, role, state) === 'ALLOWED');
    const { title, clause } = ACTS[act];
    return roles.length === 0 ? [] : [`| ${title.zh} \`${act}\` | ${roles.map(partyOf).join('、')} | ${clause} |`];
  });
  const table = ['| 事项 act | 由谁办理 done by | 依据 clause |', '| --- | --- | --- |', ...rows];
  const body = rows.length === 0 ? ['不再办理任何事项。Nothing can be done any more.'] : table;
  return [`## ${zh} ${en} \`${state}\``, '', ...body, ''].join('\n');
}

/** The whole page, as it stands in docs/access-matrix.md. */
export function accessMatrix(): string {
  const tried = ALL_STATES.length * ROLES.length * ACT_NAMES.length;
  return [
    '# 权限矩阵 Who may do what, and when',
    '',
    `${ALL_STATES.length} 个状态 × ${ROLES.length} 方 × ${ACT_NAMES.length} 个事项 = ${tried} 种组合；下列组合准予办理，其余一律不准。`,
    `${ALL_STATES.length} states × ${ROLES.length} parties × ${ACT_NAMES.length} acts = ${tried} combinations: those listed are allowed, all others are not.`,
    '',
    '错误的登录凭证在每个地址得到什么，见 [route-access.md](route-access.md)。What a wrong token gets at every address is in the other page.',
    '',
    '由 `node tests/journeys/write-access-matrix.ts` 生成，测试核对。Written by that script, and checked by a test.',
    '',
    '| 谁 who | 哪些小区 which neighbourhoods | |',
    '| --- | --- | --- |',
    ...AREAS.map(([who, zh, en]) => `| ${who} | ${zh} | ${en} |`),
    '',
    ...ALL_STATES.map(sectionOf),
  ].join('\n');
}
