// Rolls and votes of the story: frozen over HTTP, filled into the votes template as a clerk would, and handed in.
import type { Vote } from '../../domain/policy/rules/double-majority.ts';
import { compareDoors, rosterOf, unitOf } from '../../domain/roster/roster.ts';
import { writeVotesTemplate } from '../../functions/intake/write-votes-template.ts';
import { residentsOf } from '../seed/residents.ts';
import { SIZE } from './neighbourhood.ts';
import { check, type Story } from './story.ts';

export async function freezeRoll(story: Story, account: string, ballot: 'WILLINGNESS' | 'PLAN'): Promise<string> {
  const { rollHash } = await story.desk.post<{ rollHash: string }>(account, `/api/projects/${story.projectId}/rolls`, {
    ballot,
  });
  return rollHash;
}

/** Hands in the filled sheet; the SHA-256 of the votes in the vault. */
export async function voteSheet(
  story: Story,
  account: string,
  ballot: 'WILLINGNESS' | 'PLAN',
  rollHash: string,
  voteOf: (index: number) => Vote,
): Promise<string> {
  const units = residentsOf(SIZE)
    .map(({ owners: _, ...row }) => ({ ...row, ownerKeys: [row.unit] as const }))
    .toSorted(compareDoors);
  const entered = units.map((unit, index) => ({
    unit: unitOf(unit),
    vote: voteOf(index),
    publishRoom: index % 3 !== 0,
  }));
  const sheet = await writeVotesTemplate({ ...rosterOf(units), hash: rollHash }, entered);
  const sha256 = await story.desk.upload(account, `votes-${ballot}.xlsx`, sheet);
  interface Imported {
    votesSha256: string;
    counts: Record<Vote, { units: number }>;
  }
  const imported = await story.desk.post<Imported>(account, `/api/projects/${story.projectId}/votes`, {
    sha256,
    rollHash,
  });
  const agreeing = entered.filter(({ vote }) => vote === 'AGREE').length;
  check('agreeing units on the sheet', imported.counts.AGREE.units, agreeing);
  return imported.votesSha256;
}
