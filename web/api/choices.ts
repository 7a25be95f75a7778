// The streets and years that have projects: to these lists and figures can be narrowed.
import type { Choices } from '../../domain/api.ts';
import { type Reading, useReading } from './use-reading.ts';

const PATH = '/api/projects/choices';

export const useChoices = (): Reading<Choices> => useReading<Choices>(PATH);

/** What the address asks for stays in the choice, even where it has no projects. */
export const withAsked = (choices: readonly string[], asked: string | null | undefined): readonly string[] =>
  !asked || choices.includes(asked) ? choices : [asked, ...choices];
