// Letters and visits (信访, D-04): what is asked and by when it is answered; who asked stands in the vault alone.
import { addDays, type PlainDate } from '../../calendar/plain-date.ts';
import { valueOn } from '../../policy/parameters/dated.ts';
import { programmeParameters } from '../../programme/parameters.ts';

export const PETITION_TOPICS = ['NUISANCE', 'QUALITY', 'MONEY', 'PLAN', 'PUBLICITY', 'SAFETY', 'OTHER'] as const;
export type PetitionTopic = (typeof PETITION_TOPICS)[number];

export interface Petition {
  /** Counted through the project, from 1. */
  readonly no: number;
  readonly topic: PetitionTopic;
  readonly receivedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly extended: boolean;
  readonly answeredOn?: PlainDate;
  /** SHA-256 of the letter in the vault. */
  readonly text: string;
  /** SHA-256 of the answer in the vault. */
  readonly answer?: string;
  readonly seqs: readonly number[];
}

export const answerDue = (receivedOn: PlainDate): PlainDate =>
  addDays(receivedOn, valueOn(programmeParameters.petitionDays, receivedOn));

/** Where it is complicated, and once (情况复杂的). */
export const longestExtension = (receivedOn: PlainDate): number =>
  valueOn(programmeParameters.petitionExtensionDays, receivedOn);

export const openPetitions = (petitions: readonly Petition[]): readonly Petition[] =>
  petitions.filter(({ answeredOn }) => answeredOn === undefined);
