// The first of two persons proposes to void an issued paper and says why; until the second confirms, the paper holds.
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { Fault, granted, type Outcome } from '../../domain/errors.ts';
import { papersNamedIn } from '../../domain/evidence/manifest.ts';
import type { JsonObject } from '../../domain/json.ts';
import { type RegisteredPaper, voidingProposedPayload } from '../../domain/paper/issue-register.ts';
import { permitProposal } from '../../domain/paper/voiding.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Finding } from '../../domain/policy/finding.ts';
import { packById } from '../../domain/policy/packs.ts';
import { ruleFinding } from '../../domain/policy/rule-finding.ts';
import type { Ports } from '../../domain/ports.ts';
import { loadProject } from '../runtime/load-project.ts';
import { REGISTER_RULEBOOK } from './issue-paper.ts';
import { appendToRegister, findRegistered, isOnRecord, paperNameOf, type VoidingRequest } from './paper-register.ts';

export async function proposeVoiding(
  ports: Ports,
  request: VoidingRequest & { readonly reason: string },
): Promise<Outcome<undefined>> {
  const { actor, register: ref, paper: named, reason } = request;
  const found = await findRegistered(ports, ref, named);
  if (!found.ok) return found;
  const before = isOnRecord(found.value, request);
  if (!before.ok) return before;
  if (before.value) return granted(undefined);
  const { known } = found.value;
  const permitted = permitProposal({ ...known, kind: known.paper.kind }, actor);
  if (!permitted.ok) return permitted;
  const namedBy = await entriesNaming(ports, known);
  const { findings, rulebook } = await judge(ports, known, namedBy);
  const proposedOn = dateInShanghai(ports.clock.now());
  const desks = await desksToAnswer(ports, known, actor);
  const payload = voidingProposedPayload.parse({ ...paperNameOf(known.paper), proposedOn, reason, namedBy, desks });
  return appendToRegister(ports, request, found.value, {
    act: 'propose-voiding',
    payload: payload as JsonObject,
    findings,
    rulebook,
  });
}

/** Decisions that the paper was handed in for, by their seq. */
async function entriesNaming({ ledger }: Ports, { paper }: RegisteredPaper): Promise<number[]> {
  const entries = await ledger.read({ kind: 'PROJECT', id: paper.projectNo });
  return entries.filter(({ payload }) => papersNamedIn(payload.input).includes(paper.sha256)).map(({ seq }) => seq);
}

/** Everybody of whom a second person may come: the office itself, and for a body or a community its street. */
async function desksToAnswer(
  ports: Ports,
  { issuedBy, paper }: RegisteredPaper,
  { role, unit }: Actor,
): Promise<readonly Pick<Actor, 'role' | 'unit'>[]> {
  if (issuedBy === undefined) return [{ role, unit }];
  if (issuedBy.role !== 'COMMUNITY' && issuedBy.role !== 'BODY') return [issuedBy];
  const project = await loadProject(ports, paper.projectNo);
  return project === undefined ? [issuedBy] : [issuedBy, { role: 'STREET', unit: project.neighbourhood.street }];
}

/** What was decided stays decided, and the paper stays in the archive: both persons are told before they sign. */
async function judge(
  ports: Ports,
  { paper }: RegisteredPaper,
  namedBy: readonly number[],
): Promise<{ readonly findings: readonly Finding[]; readonly rulebook: string }> {
  const project = namedBy.length === 0 ? undefined : await loadProject(ports, paper.projectNo);
  if (project === undefined) return { findings: [], rulebook: REGISTER_RULEBOOK };
  const pack = packById(project.pack);
  if (pack === undefined) throw new Fault('CORRUPT', `no rule pack ${project.pack}`);
  const finding = ruleFinding(pack, 'AP-11', {
    verdict: 'WARN',
    code: 'PAPER_NAMED_BY_DECISIONS',
    says: {
      zh: `台账第 ${namedBy.join('、')} 条用到本件：作废不改变已作的决定，原件照实归档。`,
      en: `Entries ${namedBy.join(', ')} rest on this paper: voiding it changes no decision, and it is archived as it is.`,
    },
    facts: { kind: paper.kind, version: paper.version, namedBy: [...namedBy] },
  });
  return { findings: [finding], rulebook: pack.version };
}
