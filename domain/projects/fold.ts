// The one pure fold that computes a project from the entries of its ledger.
import { dateInShanghai } from '../calendar/plain-date.ts';
import { Fault } from '../errors.ts';
import type { Entry } from '../ledger.ts';
import type { Act, Done } from './act.ts';
import { isActName } from './act-names.ts';
import { ACTS } from './acts.ts';
import { filersAfter } from './held-back.ts';
import { noteEntry } from './programme/note-entry.ts';
import { newProject, type Project } from './project.ts';

export const OPENING_ACT = 'open-project';

/** Payload of every project entry, as `sealAct` writes it. */
export interface ActPayload {
  readonly input: unknown;
  readonly outcome: string;
  readonly result: unknown;
}

/** The project after one more entry; `undefined` before the first. */
export function applyEntry(project: Project | undefined, entry: Entry): Project {
  const { projectId, act: name } = entry;
  if (projectId === undefined || !isActName(name)) {
    throw new Fault('CORRUPT', `entry ${entry.seq} is not an entry of a project`);
  }
  // The ledger holds only what an act wrote through its own schema, and the chain proves that it is unchanged.
  const payload = entry.payload as unknown as ActPayload;
  const done: Done<unknown, unknown> = {
    ...payload,
    actor: entry.actor,
    seq: entry.seq,
    at: entry.at,
    on: dateInShanghai(entry.at),
  };
  const head = { seq: entry.seq, hash: entry.hash };
  const before = project ?? openedBy(entry, projectId, payload);
  const act: Act = ACTS[name];
  const after = { ...act.apply({ ...before, head }, done), head };
  const filedBy = filersAfter(before.filedBy, name, entry.actor.id);
  return { ...after, programme: noteEntry(before, after, entry, name), ...(filedBy && { filedBy }) };
}

export function foldProject(entries: readonly Entry[], from?: Project): Project | undefined {
  let project = from;
  for (const entry of entries) project = applyEntry(project, entry);
  return project;
}

function openedBy(entry: Entry, projectId: string, payload: ActPayload): Project {
  if (entry.act !== OPENING_ACT || entry.seq !== 1) throw new Fault('CORRUPT', `ledger does not begin with an opening`);
  const { neighbourhood } = payload.input as Pick<Project, 'neighbourhood'>;
  return newProject({
    projectId,
    neighbourhood,
    pack: entry.rulebook.split('@')[0] ?? entry.rulebook,
    openedAt: entry.at,
    head: { seq: entry.seq, hash: entry.hash },
  });
}
