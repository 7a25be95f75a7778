// Petitions over HTTP: what a person wrote stays in the vault.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openNeighbourhood } from '../../../functions/portal/open-project.ts';
import { replayDecisions } from '../../../functions/portal/replay-decisions.ts';
import { acts } from '../../../local/acts.ts';
import { actor, neighbourhoodIn, TODAY } from '../../domain/programme/neighbourhoods.ts';
import { underConstruction } from '../../domain/projects/works/building-site.ts';
import { putInLedger } from '../funding/project-in-ledger.ts';
import { openProgrammeDesk, type ProgrammeDesk, STREET } from './programme-desk.ts';

let desk: ProgrammeDesk;
beforeEach(async () => {
  desk = await openProgrammeDesk();
});
afterEach(() => desk.close());

describe('a petition', () => {
  const words = '张三反映夜间施工，电话 13800000000';

  it('keeps the words of the person in the vault, and out of ledger and views', async () => {
    const project = await putInLedger(desk.ports, underConstruction());
    const path = { id: project.projectId };
    const bureau = actor('PETITION_BUREAU');
    const letter = await desk.ask('putPetitionLetter', { by: bureau, path, body: { text: words } });
    const input = { topic: 'NUISANCE', receivedOn: TODAY, text: letter.json.sha256 };
    expect((await desk.perform(project, bureau, 'register-petition', input)).ok).toBe(true);
    const entries = await desk.ports.ledger.read({ kind: 'PROJECT', id: project.projectId });
    const views = await desk.ports.views.query('register', '330302001');
    expect(JSON.stringify([entries, views])).not.toContain('张三');
    const read = { path: { ...path, no: '1', letter: 'text' } };
    expect((await desk.ask('readPetitionLetter', { by: bureau, ...read })).json).toEqual({ text: words });
    expect((await desk.ask('readPetitionLetter', { by: STREET, ...read })).status).toBe(200);
    expect((await desk.ask('readPetitionLetter', { by: actor('STREET', '330302002'), ...read })).status).toBe(403);
    expect((await desk.ask('readPetitionLetter', { by: actor('AUDIT'), ...read })).status).toBe(403);
    const shown = await desk.ask('readProjectProgramme', { by: STREET, path });
    expect(shown.json.petitions).toEqual([
      { no: 1, topic: 'NUISANCE', receivedOn: TODAY, dueOn: '2026-05-08', extended: false, seqs: [2] },
    ]);
  });

  it('is decided the same by a replay, also when its words were erased in time', async () => {
    const opened = await openNeighbourhood(desk.ports, STREET, neighbourhoodIn('POOL').neighbourhood, undefined);
    if (!opened.ok) throw new Error('not opened');
    const path = { id: opened.value.projectId };
    const letter = await desk.ask('putPetitionLetter', { by: STREET, path, body: { text: words } });
    const text = String(letter.json.sha256);
    expect(
      await desk.perform(opened.value, STREET, 'register-petition', { topic: 'OTHER', receivedOn: TODAY, text }),
    ).toMatchObject({ ok: true });
    await desk.ports.papers.erase(text);
    expect(await replayDecisions(desk.ports, acts, path.id)).toMatchObject({ decisions: 2, differences: [] });
    const read = { path: { ...path, no: '1', letter: 'text' } };
    expect((await desk.ask('readPetitionLetter', { by: STREET, ...read })).status).toBe(404);
  });

  it('refers to a letter in the vault of its own project, and to nothing else', async () => {
    const project = await putInLedger(desk.ports, underConstruction());
    const register = (text: string) =>
      desk.perform(project, STREET, 'register-petition', { topic: 'OTHER', receivedOn: TODAY, text });
    expect(await register(desk.paper)).toMatchObject({ ok: false, refusal: { fields: [{ path: '/text' }] } });
    const other = await putInLedger(desk.ports, neighbourhoodIn('POOL', { serial: '0002' }));
    const path = { id: other.projectId };
    const foreign = await desk.ask('putPetitionLetter', { by: STREET, path, body: { text: words } });
    expect(await register(String(foreign.json.sha256))).toMatchObject({ ok: false });
  });
});
