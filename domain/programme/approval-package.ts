// What is handed to the provincial investment approval platform (平台之外无审批): the project under its code, its decisions, its documents by hash.
import * as z from 'zod';
import { sha256Schema } from '../api.ts';
import { hashOf, type Json } from '../json.ts';
import type { Entry } from '../ledger.ts';
import { packById } from '../policy/packs.ts';
import { ACT_NAMES, type ActName, isActName } from '../projects/act-names.ts';
import { ACTS } from '../projects/acts.ts';
import { APPROVALS_ACTS } from '../projects/approvals/acts.ts';
import { DELIVERY_MODES } from '../projects/approvals/record.ts';
import type { ActPayload } from '../projects/fold.ts';
import type { Project } from '../projects/project.ts';
import { START_ACTS } from '../projects/start/acts.ts';
import { titleOfStreet } from '../streets.ts';

const FORMAT = 'jiugai/approval-package@1';

export const approvalPackageSchema = z
  .object({
    format: z.literal(FORMAT),
    projectCode: z.string().describe('项目代码 of the platform'),
    projectId: z.string(),
    neighbourhood: z.object({ name: z.string(), code: z.string() }),
    employer: z.object({ name: z.string(), code: z.string() }).describe('建设单位：属地街道'),
    instrument: z.string().describe('The rules that the project follows'),
    deliveryMode: z.enum(DELIVERY_MODES),
    investment: z
      .object({ total: z.string(), subsidy: z.string(), residents: z.string() })
      .describe('Yuan, of the plan that the owners approved'),
    decisions: z
      .array(
        z.object({
          act: z.enum(ACT_NAMES),
          title: z.string(),
          clause: z.string(),
          outcome: z.string(),
          at: z.string(),
          seq: z.int(),
        }),
      )
      .readonly(),
    documents: z
      .array(
        z.object({
          seq: z.int(),
          act: z.enum(ACT_NAMES),
          field: z.string().describe('JSON pointer in the act'),
          sha256: sha256Schema,
          bytes: z.int(),
          mediaType: z.string(),
        }),
      )
      .readonly(),
    ledger: z.object({ seq: z.int(), hash: sha256Schema }).describe('End of the chain that all this stands in'),
    hash: sha256Schema.describe('SHA-256 over the RFC 8785 text of everything else'),
  })
  .meta({ title: 'Hand-over to the investment approval platform' });

export type ApprovalPackage = z.output<typeof approvalPackageSchema>;

/** A paper as an act names it. */
export interface NamedPaper {
  readonly seq: number;
  readonly act: ActName;
  readonly field: string;
  readonly sha256: string;
}

const HANDED_OVER: ReadonlySet<string> = new Set([...Object.keys(START_ACTS), ...Object.keys(APPROVALS_ACTS)]);

/** Entries of the start and of the approvals: what concerns the platform. */
const concerned = (entries: readonly Entry[]) =>
  entries.flatMap((entry) =>
    isActName(entry.act) && HANDED_OVER.has(entry.act) ? [{ ...entry, act: entry.act }] : [],
  );

export const papersToHandOver = (entries: readonly Entry[]): readonly NamedPaper[] =>
  concerned(entries).flatMap(({ seq, act, payload }) =>
    hashesIn(payload.input ?? null, '').map(({ field, sha256 }) => ({ seq, act, field, sha256 })),
  );

export function approvalPackage(
  project: Project,
  entries: readonly Entry[],
  documents: ApprovalPackage['documents'],
): ApprovalPackage | undefined {
  const { delivery } = project.approvals;
  const plan = project.consent.plan?.funding;
  if (delivery === undefined || plan === undefined) return undefined;
  const { street, name, code } = project.neighbourhood;
  const unhashed: Omit<ApprovalPackage, 'hash'> = {
    format: FORMAT,
    projectCode: delivery.projectCode,
    projectId: project.projectId,
    neighbourhood: { name, code },
    employer: { name: titleOfStreet(street).zh, code: street },
    instrument: packById(project.pack)?.instrument ?? project.pack,
    deliveryMode: delivery.mode,
    investment: { total: plan.total, subsidy: plan.subsidy, residents: plan.residents },
    decisions: concerned(entries).map(({ act, seq, at, payload }) => ({
      act,
      title: ACTS[act].title.zh,
      clause: ACTS[act].clause,
      // Written by `performAct`.
      outcome: (payload as unknown as ActPayload).outcome,
      at,
      seq,
    })),
    documents,
    ledger: project.head,
  };
  return { ...unhashed, hash: hashOf(unhashed) };
}

function hashesIn(value: Json, field: string): readonly { readonly field: string; readonly sha256: string }[] {
  if (typeof value === 'string') return sha256Schema.safeParse(value).success ? [{ field, sha256: value }] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => hashesIn(inner, `${field}/${key}`));
}
