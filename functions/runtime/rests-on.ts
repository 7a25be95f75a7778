// The facts of an act that rests on papers alone: that they are there.
import { granted, type Outcome } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import type { Gathering } from './human-act.ts';
import { papersOnFile } from './papers-on-file.ts';

/** Papers of the input, each by JSON pointer and SHA-256; those left out are none of it. */
export type PapersOf<Input> = (input: Input) => readonly (readonly [path: string, sha256: string | undefined])[];

export const restsOn =
  <Input>(papersOf: PapersOf<Input>) =>
  async (ports: Ports, { input }: Gathering<Input>): Promise<Outcome<undefined>> => {
    const named = papersOf(input).flatMap(([path, sha256]) => (sha256 === undefined ? [] : [[path, sha256] as const]));
    const papers = await papersOnFile(ports, named);
    return papers.ok ? granted(undefined) : papers;
  };
