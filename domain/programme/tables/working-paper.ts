// The auditor's working paper: every finding with its projects, figures, clause and entries, and the sample with the seed it was drawn by.
import type { PlainDate } from '../../calendar/plain-date.ts';
import type { Project } from '../../projects/project.ts';
import { titleOfState } from '../../projects/states.ts';
import { titleOfStreet } from '../../streets.ts';
import type { AuditFinding } from '../audit/audit-findings.ts';
import { titleOfAuditFigure } from '../audit/figure-titles.ts';
import type { SampleRequest } from '../audit/sample-projects.ts';
import { printEntries, type Table } from './table.ts';

export function findingsTable(findings: readonly AuditFinding[], on: PlainDate): Table {
  return {
    title: { zh: '审计发现', en: 'Audit findings' },
    columns: [
      { zh: '问题', en: 'Finding' },
      { zh: '条款', en: 'Clause' },
      { zh: '原文', en: 'Quote' },
      { zh: '项目编号', en: 'Project' },
      { zh: '小区', en: 'Neighbourhood' },
      { zh: '街道', en: 'Street' },
      { zh: '情况', en: 'What was found' },
      { zh: '数据', en: 'Figures' },
      { zh: '台账依据', en: 'Ledger entries' },
    ],
    rows: findings.flatMap(({ title, clause, quote, hits }) =>
      hits.map(({ projectId, name, street, says, figures, entries }) => [
        title.zh,
        clause,
        quote,
        projectId,
        name,
        titleOfStreet(street).zh,
        says.zh,
        Object.entries(figures)
          .map(([code, { value }]) => `${titleOfAuditFigure(code).zh} ${value}`)
          .join('；'),
        printEntries([...Object.values(figures).flatMap((figure) => figure.entries), ...entries]),
      ]),
    ),
    notes: [
      { zh: `截至 ${on}，据台账实时查询`, en: `As of ${on}, asked of the ledgers` },
      ...findings
        .filter(({ hits }) => hits.length === 0)
        .map(({ title }) => ({ zh: `未发现：${title.zh}`, en: `Not found: ${title.en}` })),
    ],
  };
}

export const sampleTable = (sample: readonly Project[], all: number, { seed, size }: SampleRequest): Table => ({
  title: { zh: '抽样', en: 'Sample' },
  columns: [
    { zh: '序号', en: 'Draw' },
    { zh: '项目编号', en: 'Project' },
    { zh: '小区', en: 'Neighbourhood' },
    { zh: '街道', en: 'Street' },
    { zh: '阶段', en: 'State' },
    { zh: '台账末号', en: 'Last entry' },
    { zh: '末号哈希', en: 'Its hash' },
  ],
  rows: sample.map(({ projectId, neighbourhood, state, head }, index) => [
    String(index + 1),
    projectId,
    neighbourhood.name,
    titleOfStreet(neighbourhood.street).zh,
    titleOfState(state).zh,
    String(head.seq),
    head.hash,
  ]),
  notes: [
    {
      zh: `总体 ${all} 个，抽取 ${size} 个；种子“${seed}”，按 SHA-256(种子换行项目编号) 从小到大`,
      en: `${size} of ${all}; seed “${seed}”, in the order of SHA-256(seed, newline, project)`,
    },
  ],
});
