// What every chapter of the demo works with: desks, papers, the clock, checks and progress.
import type { TypesetCode } from '../../domain/paper/paper-contents.ts';
import type { Desk, ProjectView } from './desk.ts';
import { Unexpected } from './desk.ts';
import type { Extras, PrintingRoom } from './issuing.ts';
import type { Progress } from './progress.ts';
import type { StagePapers } from './stage-papers.ts';

export interface Story {
  readonly desk: Desk;
  /** Papers that come from elsewhere. */
  readonly papers: StagePapers;
  /** Papers that the system issues. */
  readonly room: PrintingRoom;
  readonly progress: Progress;
  readonly projectId: string;
  /** How the second ballot is held: the first is always counted from a spreadsheet. */
  readonly ballot: 'PAPER' | 'SPREADSHEET';
  /** Moves the rehearsal's clock to 09:00 of the day. */
  moveTo(day: string): Promise<void>;
}

/** Accounts of the neighbourhood of the story. */
export const ACCOUNTS = {
  street: 'street-01',
  community: 'community-01',
  body: 'body-01-1',
} as const;

/** Stops the demo where something is not as the rules say. */
export function check(what: string, actual: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Unexpected(`${what}: ${is}, expected ${should}`);
}

/** Has the system issue a paper of the project; its SHA-256, as acts name it. */
export async function issue(
  { room, projectId }: Story,
  account: string,
  kind: TypesetCode,
  contents: object = {},
  extras: Extras = {},
): Promise<string> {
  return (await room.issue(account, projectId, kind, contents, extras)).sha256;
}

export const read = (story: Story, account: string): Promise<ProjectView> =>
  story.desk.get<ProjectView>(account, `/api/projects/${story.projectId}`);

/** Acts, and checks the outcome. */
export async function act(story: Story, account: string, name: string, input: unknown, outcome: string) {
  const answer = await story.desk.act(account, story.projectId, name, input);
  check(`${name} outcome`, answer.outcome, outcome);
  return answer;
}

/** Tries an act that the rules refuse; checks by which code. */
export async function refused(story: Story, account: string, name: string, input: unknown, code: string) {
  const { status, body } = await story.desk.tryAct(account, story.projectId, name, input);
  const problem = body as { code: string; detailZh: string; findings?: { code: string }[] };
  check(`${name} is refused (${status})`, problem.code, code);
  return problem;
}

/** The machines go on by themselves after an act or a move of the clock: waits until the state is there. */
export async function reached(story: Story, state: string): Promise<void> {
  const { state: is } = await read(story, ACCOUNTS.street);
  check('state', is, state);
}
