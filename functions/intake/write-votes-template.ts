// The votes template of one ballot: every unit of the frozen roll with its area, the votes blank or as entered so far.
import { VOTES } from '../../domain/policy/rules/double-majority.ts';
import type { Roster } from '../../domain/roster/roster.ts';
import { type UnitVote, VOTE_TITLES } from '../../domain/roster/votes.ts';
import { VOTES_SHEET } from './sheet-templates.ts';
import { writeTemplate } from './write-template.ts';

const YES = '是';
const NO = '否';

export function writeVotesTemplate(roll: Roster, entered: readonly UnitVote[] = []): Promise<Uint8Array> {
  const votes = new Map(entered.map((vote) => [vote.unit, vote]));
  return writeTemplate({
    template: VOTES_SHEET,
    instructions: [...INSTRUCTIONS, { zh: `冻结名册 ${roll.hash}`, en: `Frozen roll ${roll.hash}` }],
    rows: roll.units.map(({ unit, building, stairwell, room, area }) => ({
      building,
      stairwell,
      room,
      area,
      ...wordsOf(votes.get(unit)),
    })),
    blankRows: 0,
    choices: { vote: VOTES.map((vote) => VOTE_TITLES[vote].zh), publishRoom: [YES, NO] },
  });
}

function wordsOf(vote: UnitVote | undefined) {
  return vote && { vote: VOTE_TITLES[vote.vote].zh, publishRoom: vote.publishRoom ? YES : NO };
}

const INSTRUCTIONS = [
  { zh: '填写说明', en: 'How to fill in' },
  {
    zh: '一、在“意见”表按收回的签字表填写；幢、单元、室号、面积已按冻结名册预填，请勿改动。',
    en: '1. Fill in the sheet 意见 from the signed forms; doors and areas come from the frozen roll, leave them.',
  },
  {
    zh: '二、意见填 同意、不同意、弃权、未交、无效 之一；空白或没有该行的视为未交。',
    en: '2. The vote is one of 同意, 不同意, 弃权, 未交, 无效; a blank or a missing row means not returned.',
  },
  {
    zh: '三、多选、不选、无签字、代理无委托书、版本不符的填无效。',
    en: '3. Several or no choice, no signature, proxy without mandate, wrong version of the plan: 无效.',
  },
  {
    zh: '四、公示房号同意填 是 或 否；空白视为否。',
    en: '4. Room may be published: 是 or 否; blank means 否.',
  },
];
