// The whole story of one neighbourhood, told to a server that runs on a virtual clock.

import { DEMO_PASSWORD } from '../seed/district.ts';
import { acceptAndSettle, handOverAndMaintain } from './chapters/close.ts';
import { confirmPlan } from './chapters/confirm-plan.ts';
import { consultResidents } from './chapters/consult-residents.ts';
import { decideStart } from './chapters/decide-start.ts';
import { epilogue } from './chapters/epilogue.ts';
import { organiseWorks, superviseWorks } from './chapters/works.ts';
import { Desk, type ProjectView } from './desk.ts';
import { PrintingRoom } from './issuing.ts';
import { NEIGHBOURHOOD } from './neighbourhood.ts';
import type { Progress } from './progress.ts';
import { StagePapers } from './stage-papers.ts';
import { ACCOUNTS, type Story } from './story.ts';

/** 09:00 in Wenzhou on the Monday after the policy came into force (三(五)末). */
export const FIRST_MORNING = '2020-07-06T09:00:00+08:00';

/** How many lines of progress the story has. */
export const LINES = 39;

export interface Told {
  readonly projectId: string;
  readonly requests: number;
  readonly papers: number;
}

/** `folder`: where the evidence bundle is left. Throws where something is not as the rules say. */
export async function tellStory(
  origin: string,
  progress: Progress,
  folder: string,
  ballot: Story['ballot'] = 'PAPER',
): Promise<Told> {
  const desk = new Desk(origin, DEMO_PASSWORD);
  const papers = new StagePapers(desk);
  const room = new PrintingRoom(desk, `${folder}/papers`);
  const { projectId } = await desk.post<ProjectView>(ACCOUNTS.street, '/api/projects', {
    neighbourhood: NEIGHBOURHOOD,
  });
  const story: Story = {
    desk,
    papers,
    room,
    progress,
    projectId,
    ballot,
    moveTo: async (day) => {
      await desk.post(undefined, '/api/clock', { to: `${day}T09:00:00+08:00` }, 200);
    },
  };
  await consultResidents(story);
  await confirmPlan(story);
  await decideStart(story);
  await organiseWorks(story);
  await superviseWorks(story);
  await acceptAndSettle(story);
  await handOverAndMaintain(story);
  await epilogue(story, folder);
  return { projectId, requests: desk.requests, papers: papers.made };
}
