// A plan that was posted is changed: back to the drawing board, voted on again, posted again.
import {
  design,
  GATE,
  notice,
  SIX_AGREE,
  STAIRWELL,
  type Stage,
} from '../../domain/projects/consent/neighbourhood-on-stage.ts';

export const revise = (stage: Stage) => stage.perform('revise-plan', 'STREET', { reason: '管网走向有实质变更' });

export async function voteAgain(stage: Stage): Promise<void> {
  await stage.perform('submit-design', 'STREET', await design(stage));
  await stage.perform('publish-plan', 'BODY', { publishedOn: '2026-03-02', planVersion: 2, place: GATE });
  const rollHash = await stage.roll('PLAN');
  await stage.perform('open-ballot', 'BODY', { openedOn: '2026-03-02', rollHash, form: await stage.paper('again') });
  const votes = await stage.votes(rollHash, SIX_AGREE);
  await stage.perform('tally-plan-ballot', 'BODY', { heldOn: '2026-03-02', votes });
}

/** On a day when no earlier poster hangs any more. */
export async function postAgain(stage: Stage, postedOn: string): Promise<void> {
  await stage.perform('post-notice', 'BODY', await notice(stage));
  for (const place of [GATE, STAIRWELL]) {
    await stage.perform('confirm-posting', 'BODY', { place, postedOn, photo: await stage.paper(`photo of ${place}`) });
  }
}
