// The desk of a programme year: routes and acts over real ledgers on one day in March, with a paper on file to name.
import type { Ports } from '../../../domain/ports.ts';
import type { ActName } from '../../../domain/projects/act-names.ts';
import type { Project } from '../../../domain/projects/project.ts';
import { performAct } from '../../../functions/runtime/perform-act.ts';
import { acts } from '../../../local/acts.ts';
import { actor, TODAY } from '../../domain/programme/neighbourhoods.ts';
import { at } from '../../domain/projects/funding/step-four.ts';
import { fakePorts } from '../../support/ports/fake-ports.ts';
import { storePaper } from '../funding/project-in-ledger.ts';
import { type Answered, type Asked, ask } from './ask.ts';

export const OFFICE = actor('RENOVATION_OFFICE');
export const STREET = actor('STREET', '330302001');
export const YEAR = { year: '2026' };

export interface ProgrammeDesk {
  readonly ports: Ports;
  /** SHA-256 of a paper that is stored. */
  readonly paper: string;
  ask(name: string, asked: Asked): Promise<Answered>;
  /** The renovation office asks, about the year 2026. */
  office(name: string, more?: Omit<Asked, 'by'>): Promise<Answered>;
  perform(project: Project, by: Asked['by'], name: ActName, input: unknown): ReturnType<typeof performAct>;
  close(): void;
}

export async function openProgrammeDesk(): Promise<ProgrammeDesk> {
  const { ports, close } = fakePorts({ now: at(TODAY) });
  const asks = (name: string, asked: Asked) => ask(ports, name, asked);
  return {
    ports,
    paper: await storePaper(ports),
    ask: asks,
    office: (name, more = {}) => asks(name, { by: OFFICE, ...more, path: { ...YEAR, ...more.path } }),
    perform({ projectId }, by, name, input) {
      const human = acts[name];
      if (human === undefined) throw new Error(`no act ${name}`);
      return performAct(ports, human, { projectId, actor: by, input });
    },
    close,
  };
}
