// Puts a project in any state into a ledger: its opening entry, and the snapshot that the later entries have led to.
import type { Entry } from '../../../domain/ledger.ts';
import { EMPTY_HEAD, sealEntry } from '../../../domain/ledger.ts';
import type { Ports } from '../../../domain/ports.ts';
import type { Project } from '../../../domain/projects/project.ts';
import { projectionOf } from '../../../domain/projects/projection.ts';
import { STREET } from '../../domain/projects/funding/step-four.ts';

export async function putInLedger(ports: Ports, project: Project): Promise<Project> {
  const ref = { kind: 'PROJECT', id: project.projectId } as const;
  const entry: Entry = sealEntry(ref, EMPTY_HEAD, {
    at: project.openedAt,
    act: 'open-project',
    actor: STREET,
    payload: { input: { neighbourhood: { ...project.neighbourhood } }, outcome: 'opened', result: {} },
    findings: [],
    rulebook: 'lucheng-2020-21@1',
    calendar: 'test',
  });
  const seeded = { ...project, head: { seq: entry.seq, hash: entry.hash } };
  await ports.ledger.append(ref, entry, { views: projectionOf(undefined, seeded), messages: [], signals: [] });
  return seeded;
}

/** A paper that is on file, by its hash. */
export async function storePaper(ports: Ports, text = 'paper'): Promise<string> {
  const { sha256 } = await ports.papers.put(new TextEncoder().encode(text), {
    mediaType: 'application/pdf',
    paperClass: 'FILED',
    storedAt: ports.clock.now(),
  });
  return sha256;
}
