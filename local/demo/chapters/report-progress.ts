// Beside the steps: the district office reports, assesses, meets and shows the works to deputies (三(二), 三(四), 三(五)).
import { titleOfStreet } from '../../../domain/streets.ts';
import { ACCOUNTS, type Story } from '../story.ts';
import { DISTRICT } from '../words/works.ts';

const office = 'renovation-office';
/** Two persons let a circular out: one proposes it, the other one issues it. */
const colleague = 'renovation-office-2';
const YEAR = '2021';

interface Circular {
  readonly circular: { readonly proposed: { readonly proposal: number } };
  readonly contents: Record<string, unknown>;
}

interface Assessment {
  readonly streets: readonly {
    street: string;
    results: readonly {
      title: { zh: string };
      clause: string;
      quote: string;
      part: { value: number | string };
      whole: { value: number | string };
    }[];
  }[];
}

export async function reportProgress(story: Story): Promise<void> {
  const { desk, room, progress } = story;
  await story.moveTo('2021-06-10');
  const circulars = `/api/programme/${YEAR}/circulars`;
  const { circular } = await desk.post<{ circular: { no: number } }>(office, circulars, { month: '2021-05' });
  const ofCircular = `${circulars}/${circular.no}`;
  await desk.post(office, `${ofCircular}/proposal`, {}, 200);
  const { contents, circular: proposed } = await desk.get<Circular>(colleague, ofCircular);
  const paper = await room.issueForDistrict(colleague, YEAR, 'C1', contents, circular.no);
  const sent = {
    ...{ proposal: proposed.proposed.proposal, reference: paper.number },
    ...{ issuedOn: '2021-06-10', document: paper.sha256 },
  };
  await desk.post(colleague, `${ofCircular}/issue`, sent, 200);

  const { streets } = await desk.get<Assessment>(office, `/api/programme/${YEAR}/assessment`);
  const ours = streets.find(({ street }) => street === STREET_CODE) ?? streets[0];
  if (ours !== undefined) {
    const indicators = ours.results.map(({ title, clause, quote, part, whole }) => ({
      name: title.zh,
      basis: `${clause}“${quote}”`.slice(0, 200),
      value: `${part.value}／${whole.value}`,
    }));
    const assessed = { year: Number(YEAR), street: titleOfStreet(ours.street).zh, indicators };
    await room.issueForDistrict(office, YEAR, 'C2', assessed, 1);
  }
  await room.issueForDistrict(office, YEAR, 'C3', DISTRICT.C3, 5);
  await room.issueForDistrict(office, YEAR, 'C4', DISTRICT.C4, 1);
  progress.line(
    '2021-06-10',
    '印发进展通报、街道考评表、例会纪要、代表视察记录',
    'circular, assessment, minutes and record of a visit issued',
  );
}

const STREET_CODE = '330302001';

/** A neighbourhood that is not renovated hears why, on paper (二(一)). */
export async function refuseNeighbour({ desk, papers, room, progress }: Story, neighbourhood: object, notice: object) {
  const { street } = ACCOUNTS;
  const { projectId } = await desk.post<{ projectId: string }>(street, '/api/projects', { neighbourhood });
  const survey = {
    surveyedOn: '2021-06-10',
    record: await papers.pdf(street, 'E1', 'survey of the neighbour'),
    needsRenovation: true,
    renovatedBefore: 0,
    eligibility: {
      completedOn: '1995-06-30',
      inDemolitionPlan: true,
      dangerGrade: 'B',
      hollowCoreSlabHazard: false,
      kind: 'ORDINARY',
      comprehensivelyRenovable: true,
    },
  };
  const { outcome } = await desk.act(street, projectId, 'record-survey', survey);
  await room.issue(street, projectId, 'N2', notice);
  progress.line(
    '2021-06-10',
    '邻近小区列入拆迁计划，书面告知不予启动',
    `a neighbourhood to be demolished is told so in writing (${outcome})`,
  );
}
