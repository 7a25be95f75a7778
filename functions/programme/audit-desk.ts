// The auditor's desk over HTTP: live findings, a sample by seed, and the working paper; nothing here changes anything.
import * as z from 'zod';
import { bilingual } from '../../domain/api.ts';
import { addDays, dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { granted } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { AUDIT_CODES, type AuditFinding, askAudit } from '../../domain/programme/audit/audit-findings.ts';
import { sampleProjects } from '../../domain/programme/audit/sample-projects.ts';
import { findingsTable, sampleTable } from '../../domain/programme/tables/working-paper.ts';
import type { Project } from '../../domain/projects/project.ts';
import { ALL_STATES } from '../../domain/projects/states.ts';
import { readersOf } from '../../domain/readers-of-page.ts';
import { currentCalendar } from '../runtime/current-calendar.ts';
import { type Route, route } from '../runtime/route.ts';
import { writeWorkbook } from '../runtime/write-workbook.ts';
import { entriesSchema, figuresSchema } from './answer-schemas.ts';
import { findingsOfDay } from './audit-days.ts';
import { readRegister } from './read-register.ts';

const AUDITORS = readersOf('audit');

const sampleQuery = z.strictObject({
  seed: z.string().trim().min(1).max(60),
  size: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, '应为 1 至 999｜Must be 1 to 999')
    .transform(Number),
});

const about = {
  code: z.enum(AUDIT_CODES),
  title: bilingual,
  rule: z.string(),
  clause: z.string(),
  quote: z.string(),
  seen: bilingual,
  stake: z.object({ figure: z.string(), amount: z.string() }).optional().describe('Money at stake, and its figure'),
};

/** What a finding is held against: as the ledgers stood so many days ago. */
const TREND_DAYS = 30;

const listAuditFindings = route({
  name: 'listAuditFindings',
  summary: { zh: '审计查询', en: 'The findings of real audits, as live queries' },
  method: 'GET',
  path: '/api/audit/findings',
  access: AUDITORS,
  output: z.object({ today: z.string(), projects: z.int(), findings: z.array(z.object({ ...about, hits: z.int() })) }),
  async handle(_request, ports) {
    const { today, projects, findings } = await askAll(ports);
    return granted({
      today,
      projects: projects.length,
      findings: findings.map(({ hits, ...finding }) => ({ ...finding, hits: hits.length })),
    });
  },
});

const readAuditTrend = route({
  name: 'readAuditTrend',
  summary: { zh: '审计查询的走势', en: 'The same findings as the ledgers stood thirty days ago' },
  method: 'GET',
  path: '/api/audit/trend',
  access: AUDITORS,
  output: z.object({
    today: z.string(),
    before: z.string(),
    findings: z.array(z.object({ code: about.code, hits: z.int(), amount: z.string().optional() })),
  }),
  async handle(_request, ports) {
    const today = dateInShanghai(ports.clock.now());
    const before = addDays(today, -TREND_DAYS);
    return granted({ today, before, findings: [...(await findingsOfDay(ports, before))] });
  },
});

const readAuditFinding = route({
  name: 'readAuditFinding',
  summary: { zh: '审计查询明细', en: 'The projects behind a finding, with figures and entries' },
  method: 'GET',
  path: '/api/audit/findings/{code}',
  access: AUDITORS,
  input: { params: z.strictObject({ code: z.enum(AUDIT_CODES) }) },
  output: z.object({
    ...about,
    today: z.string(),
    hits: z
      .array(
        z.object({
          projectId: z.string(),
          name: z.string(),
          street: z.string(),
          says: bilingual,
          figures: figuresSchema,
          entries: entriesSchema,
        }),
      )
      .readonly(),
  }),
  async handle({ params }, ports) {
    const [projects, calendar] = await Promise.all([readRegister(ports), currentCalendar(ports)]);
    const today = dateInShanghai(ports.clock.now());
    return granted({ ...askAudit(params.code, projects, { on: today, calendar }), today });
  },
});

const drawSample = route({
  name: 'drawSample',
  summary: { zh: '审计抽样', en: 'Draw a sample by seed' },
  method: 'GET',
  path: '/api/audit/sample',
  access: AUDITORS,
  input: { query: sampleQuery },
  output: z.object({
    seed: z.string(),
    of: z.int(),
    sample: z.array(
      z.object({
        projectId: z.string(),
        name: z.string(),
        street: z.string(),
        state: z.enum(ALL_STATES),
        seq: z.int(),
        hash: z.string(),
      }),
    ),
  }),
  async handle({ query }, ports) {
    const projects = await readRegister(ports);
    return granted({
      seed: query.seed,
      of: projects.length,
      sample: sampleProjects(projects, query).map(({ projectId, neighbourhood: { name, street }, state, head }) => ({
        projectId,
        name,
        street,
        state,
        ...head,
      })),
    });
  },
});

const exportWorkingPaper = route({
  name: 'exportWorkingPaper',
  summary: { zh: '导出审计工作底稿', en: 'Export the working paper: findings and sample' },
  method: 'GET',
  path: '/api/audit/working-paper',
  access: AUDITORS,
  input: { query: sampleQuery },
  output: 'FILE',
  async handle({ query }, ports) {
    const { today, projects, findings } = await askAll(ports);
    const sample = sampleProjects(projects, query);
    const tables = [findingsTable(findings, today), sampleTable(sample, projects.length, query)];
    return granted(await writeWorkbook(tables, `审计工作底稿-${today}`));
  },
});

async function askAll(ports: Ports): Promise<{
  readonly today: ReturnType<typeof dateInShanghai>;
  readonly projects: readonly Project[];
  readonly findings: readonly AuditFinding[];
}> {
  const [projects, calendar] = await Promise.all([readRegister(ports), currentCalendar(ports)]);
  const today = dateInShanghai(ports.clock.now());
  return { today, projects, findings: AUDIT_CODES.map((code) => askAudit(code, projects, { on: today, calendar })) };
}

export const AUDIT_ROUTES: readonly Route[] = [
  listAuditFindings,
  readAuditTrend,
  readAuditFinding,
  drawSample,
  exportWorkingPaper,
];
