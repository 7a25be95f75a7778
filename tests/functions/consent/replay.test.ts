// The decisions of steps 1 to 3 decided again from ledger, papers and vault: the same answers later.
import { expect, it } from 'vitest';
import { CONSENT } from '../../../functions/consent/acts.ts';
import { replayDecisions } from '../../../functions/portal/replay-decisions.ts';
import { PUBLICITY } from '../../../functions/publicity/acts.ts';
import { closePublicity } from '../../../functions/publicity/close-publicity.ts';
import { openStage, PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';

it('decides everything from the opening to the end of the publicity as it was decided', async () => {
  const stage = await openStage();
  await stage.playUntil('PUBLICITY_RUNNING');
  stage.goTo('2026-03-10');
  await closePublicity.over(stage.ports, () => {})({ projectId: PROJECT_ID, renewAt: '2026-11-07T01:00:00.000Z' }, {});
  const replayed = await replayDecisions(stage.ports, { ...CONSENT, ...PUBLICITY }, PROJECT_ID);
  stage.close();
  expect(replayed).toMatchObject({ decisions: 15, differences: [] });
});
