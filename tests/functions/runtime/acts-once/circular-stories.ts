// The circulars of a month, from the draft of one person to the issue by another: what is there first and what is asked then.
import { OFFICE, OFFICE_2, type Office, type Story } from './office.ts';

const year = { year: '2026' };
const circular = { ...year, no: '1' };
const WORDS = { title: '三月份进展情况通报', paragraphs: ['进展平稳。', '请抓紧。'] };

const draft = ({ act }: Office) => act('draftCircular', OFFICE, { path: year, body: { month: '2026-03' } });
async function propose(office: Office): Promise<number> {
  await draft(office);
  return Number((await office.act('proposeCircular', OFFICE, { path: circular })).seq);
}

/** Of the paper: set by who issues it. */
export async function issueC1(office: Office) {
  await propose(office);
  const { contents } = await office.act('readCircular', OFFICE_2, { path: circular });
  return { kind: 'C1', serial: 1, contents };
}

export const CIRCULAR_STORIES = {
  draftCircular: () => ({
    ...{ by: OFFICE, path: year, body: { month: '2026-03' } },
    other: { body: { month: '2026-02' } },
  }),
  async editCircular(office) {
    await draft(office);
    return { by: OFFICE, path: circular, body: WORDS, other: { body: { ...WORDS, title: '四月份进展情况通报' } } };
  },
  async proposeCircular(office) {
    await draft(office);
    await office.act('draftCircular', OFFICE, { path: year, body: { month: '2026-02' } });
    return { by: OFFICE, path: circular, other: { path: { ...circular, no: '2' } } };
  },
  async returnCircular(office) {
    const body = { proposal: await propose(office), reason: '第二段数字请再核' };
    return { by: OFFICE_2, path: circular, body, other: { body: { ...body, reason: '第三段数字请再核' } } };
  },
  async issueCircular(office) {
    const body = { proposal: await propose(office), reference: '鹿旧改办〔2026〕3号', issuedOn: '2026-03-02' };
    return { by: OFFICE_2, path: circular, body, other: { body: { ...body, reference: '鹿旧改办〔2026〕4号' } } };
  },
} satisfies Record<string, Story>;
